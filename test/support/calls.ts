import { Session } from "node:inspector/promises";

/**
 * How many times as many calls of the sources' functions work of twice a size takes: about 2 where it grows with the size,
 * 4 and more where it grows with its square or doubles with each step. The same on every machine, unlike time; but what a
 * regular expression or a function of JavaScript's own does by itself is no call.
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
