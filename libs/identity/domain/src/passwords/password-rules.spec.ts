import { passwordFault, type PasswordFault } from './password-rules';

const LISTED = new Set(['iloveyou', 'dragon', 'monkey', 'fussball', 'schalke04', 'letmein', 'passw0rd123456789']);
const fault = (password: string, hasSecondFactor = false): PasswordFault | null =>
  passwordFault(password, {
    hasSecondFactor,
    personal: ['Sabine Berger', 'sachbearbeitung@wir.example', 'Magistrat der Stadt Gießen'],
    isListed: (word) => LISTED.has(word),
  });

describe('a new password', () => {
  it.each([
    ['14 characters alone', 'vK3pzuTm9Lq2Xd', 'auth.password-too-short'],
    ['15 characters alone', 'vK3pzuTm9Lq2Xdw', null],
    ['128 characters', 'vK3pzuTm9Lq2Xdwe'.repeat(8), null],
    ['129 characters', `${'vK3pzuTm9Lq2Xdwe'.repeat(8)}x`, 'auth.password-too-long'],
    ['umlauts, blanks, other scripts', 'äöü Ünü ж 漢字 – ße', null],
    ['15 emoji', '🦊🐢🌲🚲🍐🎈🦉🐠🌵🛶🍒🎻🦔🐞🌻', null],
    ['a long sentence', 'Die Katze frisst gern Fisch.', null],
    ['letters only', 'vkpzutmlqxdwrhbn', null],
    ['leading and trailing blanks', '  vK3pzuTm9Lq2Xd ', null],
    ['a leaked password', 'passw0rd123456789', 'auth.password-too-common'],
    ['a listed word and numbers', 'iloveyou1234567', 'auth.password-too-common'],
    ['listed words beside each other', 'Dragon-Monkey-2026', 'auth.password-too-common'],
    ['lookalikes', 'P@ssw0rt-P4$$wort', 'auth.password-too-common'],
    ['words of the programme', 'Foerderportal-2026', 'auth.password-too-common'],
    ['words of the programme with umlauts', 'Förderportal Hessen', 'auth.password-too-common'],
    ['the password of the demo', 'Demo-Zugang-2026!', 'auth.password-too-common'],
    ['the own name', 'Sabine.Berger.1987', 'auth.password-too-common'],
    ['the own town', 'GiessenGiessen2026', 'auth.password-too-common'],
    ['one character again and again', 'aaaaaaaaaaaaaaaa', 'auth.password-too-common'],
    ['a piece again and again', 'abc7abc7abc7abc7', 'auth.password-too-common'],
    ['a row of the keyboard', 'qwertzuiopasdfgh', 'auth.password-too-common'],
    ['digits in order', '1234567890123456', 'auth.password-too-common'],
  ])('%s: %s', (_name, password, expected) => {
    expect(fault(password)).toBe(expected);
  });

  it('may be shorter beside a second factor', () => {
    expect(fault('vK3pzuTm9Lq', true)).toBe('auth.password-too-short');
    expect(fault('vK3pzuTm9Lq2', true)).toBeNull();
  });

  it('counts characters after NFKC, so that ligatures and full width are what they stand for', () => {
    expect(fault('ﬃvK3pzuTm9Lq2X')).toBeNull();
    expect(fault('ｐａｓｓｗｏｒｄ1234567')).toBe('auth.password-too-common');
  });

  it('is judged quickly, however it is written', () => {
    const started = performance.now();
    for (const hostile of ['a'.repeat(128), '4@8({[</369&#!1/|0$5+7%2/'.repeat(5), 'ﷺ'.repeat(40), '1'.repeat(128)])
      fault(hostile);

    expect(performance.now() - started).toBeLessThan(500);
  });
});
