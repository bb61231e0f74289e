import { ESLint } from 'eslint';
import { root } from '../lib/root.mjs';

/**
 * Lints texts as if they stood in the given files, with the workspace's own configuration. Run as a program, since
 * ESLint loads its configuration as an ES module: JSON `[{ path, code }]` in, `[{ path, rules, messages }]` out.
 */
const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const eslint = new ESLint({ cwd: root });
const answers = [];
for (const { path, code } of JSON.parse(Buffer.concat(chunks).toString('utf8'))) {
  const [result] = await eslint.lintText(code, { filePath: path });
  const found = result?.messages ?? [];
  answers.push({ path, rules: found.map(({ ruleId }) => ruleId), messages: found.map(({ message }) => message) });
}
process.stdout.write(JSON.stringify(answers));
