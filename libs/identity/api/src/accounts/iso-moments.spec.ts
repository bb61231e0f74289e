import { withIsoMoments } from './iso-moments';

describe('JSON of the database', () => {
  it('tells its moments in UTC and leaves days and texts alone', () => {
    expect(
      withIsoMoments({
        at: '2026-03-02T09:00:00.123456+01:00',
        day: '2026-03-02',
        text: 'am 2026-03-02T09:00:00+01:00',
        list: [{ at: '2026-03-02T08:00:00+00:00' }, null, 3, true],
      }),
    ).toEqual({
      at: '2026-03-02T08:00:00.123Z',
      day: '2026-03-02',
      text: 'am 2026-03-02T09:00:00+01:00',
      list: [{ at: '2026-03-02T08:00:00.000Z' }, null, 3, true],
    });
  });
});
