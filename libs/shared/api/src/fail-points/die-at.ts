const passed = new Map<string, number>();

/** The n-th passage of the place that `FAILPOINT` names ends the process. */
export function dieAt(name: string, subject: string): void {
  const wanted = /^([^@#]+)(?:@([^#]+))?(?:#(\d+))?$/.exec(process.env['FAILPOINT'] ?? '');
  if (wanted === null || wanted[1] !== name || !subject.includes(wanted[2] ?? '')) return;
  const times = (passed.get(name) ?? 0) + 1;
  passed.set(name, times);
  if (times !== Number(wanted[3] ?? 1)) return;
  process.kill(process.pid, 'SIGKILL');
  // Nothing may happen between the signal and the end.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}
