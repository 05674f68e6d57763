import { Session } from "node:inspector/promises";

/**
 * Returns the factor by which calls of source functions increase when the size of the work doubles: about 2 for linear
 * growth, 4 or more for quadratic or exponential growth. Unlike time, it is the same on every machine. It does not
 * count what regular expressions and built-in functions do.
 */
export async function growthOf(size: number, work: (size: number) => unknown): Promise<number> {
  const session = new Session();
  session.connect();
  try {
    await session.post("Profiler.enable");
    await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: false });
    const once = await callsOf(session, () => work(size));
    return (await callsOf(session, () => work(2 * size))) / once;
  } finally {
    session.disconnect();
  }
}

async function callsOf(session: Session, work: () => unknown): Promise<number> {
  await session.post("Profiler.takePreciseCoverage");
  await work();
  const { result } = await session.post("Profiler.takePreciseCoverage");
  const functions = result.filter(({ url }) => url.includes("/src/")).flatMap((script) => script.functions);
  return functions.reduce((sum, { ranges: [whole] }) => sum + (whole?.count ?? 0), 0);
}
