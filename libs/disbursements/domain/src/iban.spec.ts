import { formatIban, isIban } from './iban';

describe('an IBAN', () => {
  it.each(['DE89370400440532013000', 'DE89 3704 0044 0532 0130 00', 'de89370400440532013000', 'AT611904300234573201'])(
    '%s is valid',
    (iban) => {
      expect(isIban(iban)).toBe(true);
    },
  );

  it.each([
    'DE88370400440532013000',
    'DE8937040044053201300',
    'DE89370400440532013O00',
    '',
    'DE',
    '89370400440532013000DE',
  ])('%s is not', (iban) => {
    expect(isIban(iban)).toBe(false);
  });

  it('is shown in groups of four', () => {
    expect(formatIban('DE89370400440532013000')).toBe('DE89 3704 0044 0532 0130 00');
  });
});
