import { Linter } from 'eslint';
import { parser } from 'typescript-eslint';
import { syntaxBans } from './house-rules.mjs';

const linter = new Linter();
const faults = (code: string): number =>
  linter.verify(code, {
    languageOptions: { parser: parser as Linter.Parser },
    rules: { 'no-restricted-syntax': ['error', ...syntaxBans.safety, ...syntaxBans.tables] },
  }).length;

describe('what no source may do', () => {
  it.each([
    'element.innerHTML = text;',
    'element.outerHTML = text;',
    'frame.srcdoc = text;',
    'element.insertAdjacentHTML("beforeend", text);',
    'document.write(text);',
    'new DOMParser().parseFromString(text, "text/html");',
    'this.sanitizer.bypassSecurityTrustHtml(text);',
    'this.sanitizer.bypassSecurityTrustResourceUrl(text);',
    'eval(text);',
    'new Function(text);',
    'setTimeout("run()", 1);',
    'Math.random();',
    'createCipheriv("aes-256-cbc", key, iv);',
    'createCipheriv("des-ede3", key, iv);',
    'createHash("md5");',
    'createHmac("sha1", key);',
    'tx.query(`SELECT * FROM x WHERE y = ${value}`);',
    'tx.query(`SELECT * FROM x ORDER BY ${query.sort}`);',
    'cells.join(";");',
    'cells.join("\\t");',
  ])('%s', (code) => {
    expect(faults(code)).toBe(1);
  });

  it.each([
    'element.textContent = text;',
    'stream.write(text);',
    'setTimeout(run, 1);',
    'createCipheriv("aes-256-gcm", key, iv);',
    'createHash("sha256");',
    'tx.query("SELECT * FROM x WHERE y = $1", [value]);',
    'tx.query(`SELECT ${COLUMNS} FROM x ORDER BY ${order}`);',
    'words.join(" ");',
  ])('but may: %s', (code) => {
    expect(faults(code)).toBe(0);
  });
});
