import { sampleNotice } from '../testing/sample-notice';
import { nextSteps } from './next-steps';

describe('what a municipality has to do after a notice', () => {
  const provided = { state: 'DISPATCHED', channel: 'PORTAL', dispatchedOn: '2026-03-02' } as const;

  it('begins with the retrieval, within ten days', () => {
    expect(nextSteps(sampleNotice(provided), undefined)[0]).toEqual({
      code: 'RETRIEVE',
      done: false,
      due: '2026-03-12',
    });
  });

  it('names the term of appeal and the month for the declaration once it is notified', () => {
    const notice = sampleNotice({
      ...provided,
      state: 'NOTIFIED',
      retrievedOn: '2026-03-02',
      deemedNotifiedOn: '2026-03-03',
      appealEndsOn: '2026-04-07',
    });

    expect(nextSteps(notice, undefined).map(({ code, done, due }) => [code, done, due])).toEqual([
      ['RETRIEVE', true, '2026-03-12'],
      ['APPEAL', false, '2026-04-07'],
      ['DECLARATION', false, '2026-04-03'],
      ['PAYOUT', false, null],
    ]);
  });

  it('lists each Auflage that has a day', () => {
    const notice = sampleNotice({
      ...provided,
      ancillaryProvisions: [{ type: 'OBLIGATION', text: 'Zwischenbericht vorlegen', dueDate: '2026-09-30' }],
    });

    expect(nextSteps(notice, undefined).find(({ code }) => code === 'PROVISION')).toMatchObject({
      due: '2026-09-30',
      text: 'Zwischenbericht vorlegen',
    });
  });

  it('ends with the appeal after a rejection', () => {
    const codes = nextSteps(sampleNotice({ ...provided, kind: 'REJECTION', channel: 'POST' }), undefined).map(
      ({ code }) => code,
    );

    expect(codes).toEqual(['APPEAL']);
  });
});
