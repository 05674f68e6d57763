/**
 * The processor time in milliseconds that work takes in this process. Unlike the time that goes by, it does not depend on what
 * else the machine does: a limit that is far from what the work takes fails only where the work grows.
 */
export async function processorTime(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
