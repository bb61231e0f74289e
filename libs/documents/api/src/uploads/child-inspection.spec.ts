import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChildInspection, type ChildLimits } from './child-inspection';

const folder = mkdtempSync(join(tmpdir(), 'wir-inspection-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A child that does what the test says instead of inspecting. */
function child(program: string, limits: Partial<ChildLimits> = {}): ChildInspection {
  const path = join(folder, `${limits.seconds ?? 'x'}-${program.length}.mjs`);
  writeFileSync(path, program);
  return new ChildInspection(path, limits);
}

const say = (expression: string): string => `
const tried = async (deed) => { try { return await deed(); } catch (error) { return error.code ?? error.name; } };
const told = await (async () => (${expression}))();
process.stdout.write(JSON.stringify({ clean: false, reason: 'unreadable', found: JSON.stringify(told) }));`;

const toldBy = async (expression: string): Promise<unknown> => {
  const verdict = await child(say(expression)).inspect(Buffer.from('bytes'));
  return verdict.clean ? null : JSON.parse(verdict.found ?? 'null');
};

describe('the process that looks into a file', () => {
  it('gets the bytes and answers with its verdict', async () => {
    const program = `
      let size = 0;
      for await (const chunk of process.stdin) size += chunk.length;
      process.stdout.write(JSON.stringify({ clean: true, mediaType: String(size) }));`;

    await expect(child(program).inspect(Buffer.alloc(3_000_000))).resolves.toEqual({
      clean: true,
      mediaType: '3000000',
    });
  });

  it('knows none of our secrets', async () => {
    process.env['WIR_TEST_SECRET'] = 'geheim';
    try {
      expect(await toldBy('Object.keys(process.env).filter((name) => !name.startsWith("__"))')).toEqual([]);
    } finally {
      delete process.env['WIR_TEST_SECRET'];
    }
  });

  it.each([
    ['read a file', `import('node:fs').then((fs) => fs.readFileSync('/etc/passwd', 'utf8'))`],
    ['write a file', `import('node:fs').then((fs) => fs.writeFileSync('${folder}/x', 'x'))`],
    ['start a program', `import('node:child_process').then((m) => m.execFileSync('/bin/true'))`],
    ['start a thread', `import('node:worker_threads').then((m) => new m.Worker('1', { eval: true }) && null)`],
    ['load native code', `process.dlopen({ exports: {} }, '/lib/x.node')`],
  ])('may not %s', async (_deed, program) => {
    expect(await toldBy(`tried(() => ${program})`)).toMatch(/^ERR_(ACCESS_DENIED|DLOPEN_DISABLED)$/);
  });

  it('may not turn text into code', async () => {
    expect(await toldBy(`tried(() => eval('1'))`)).toBe('EvalError');
  });

  it('is ended when it takes too long, and that is an answer', async () => {
    const verdict = await child('for (;;);', { seconds: 0.5 }).inspect(Buffer.from('x'));

    expect(verdict).toEqual({ clean: false, reason: 'too-complex' });
  });

  it.each([
    ['buffers', 'const kept = []; for (;;) kept.push(Buffer.alloc(4e6, 1));'],
    ['objects', 'const kept = []; for (;;) kept.push(new Array(1000).fill({}));'],
  ])('is ended when its %s take too much memory', async (_what, program) => {
    const verdict = await child(program, { mebibytes: 160 }).inspect(Buffer.from('x'));

    expect(verdict).toEqual({ clean: false, reason: 'too-complex' });
  });

  it.each([
    ['breaks down', 'throw new Error("x")'],
    ['says nothing', ''],
    ['says something else', 'process.stdout.write("hello")'],
  ])('has not found anything clean when it %s', async (_how, program) => {
    await expect(child(program).inspect(Buffer.from('x'))).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'document.inspection-unavailable',
    });
  });

  it('lets so many in, so many wait, and asks the next to come back', async () => {
    const crowded = child('for (;;);', { seconds: 0.2, places: 1, waiting: 1 });
    const [first, second, third] = await Promise.allSettled(
      Array.from({ length: 3 }, () => crowded.inspect(Buffer.from('x'))),
    );

    expect([first?.status, second?.status]).toEqual(['fulfilled', 'fulfilled']);
    expect(third).toMatchObject({ status: 'rejected', reason: { code: 'document.inspection-busy' } });
  });
});
