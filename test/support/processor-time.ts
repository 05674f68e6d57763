/**
 * Returns the processor time in milliseconds that `work` takes in this process. Unlike wall-clock time, it does not
 * depend on other load, so a generous limit fails only if the work grows.
 */
export async function processorTime(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
