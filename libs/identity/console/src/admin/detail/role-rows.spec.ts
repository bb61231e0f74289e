import { aGrant } from '../testing/an-account';
import { roleRows } from './role-rows';

const TODAY = '2026-03-02';

describe('the roles of an account', () => {
  it('show those in force first, then those to come, then the past, the latest on top', () => {
    const rows = roleRows(
      [
        aGrant({ id: 'older', validFrom: '2024-01-01', validTo: '2024-12-31', current: false }),
        aGrant({ id: 'coming', validFrom: '2026-04-01', current: false }),
        aGrant({ id: 'past', validFrom: '2025-01-01', validTo: '2026-03-01', current: false }),
        aGrant({ id: 'now' }),
      ],
      TODAY,
    );

    expect(rows.map(({ grant, state }) => `${grant.id} ${state}`)).toEqual([
      'now NOW',
      'coming COMING',
      'past OVER',
      'older OVER',
    ]);
  });

  it('are over as soon as they are taken away, not only with the end of the day', () => {
    const [running] = roleRows([aGrant({ validFrom: TODAY, validTo: TODAY })], TODAY);
    const [taken] = roleRows([aGrant({ validFrom: TODAY, validTo: TODAY, current: false })], TODAY);

    expect([running?.state, taken?.state]).toEqual(['NOW', 'OVER']);
  });
});
