/**
 * Loaded into child processes with `--import`: when the process that started this one is gone, however it ended,
 * this one ends too. Without it a killed launcher or test run would leave a server on its port.
 */
if (process.channel) {
  process.channel.unref();
  process.once('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.exit(1), 10_000).unref();
  });
}
