/**
 * Runs work with a signal that aborts when the time is up, or when one of the `others` does. `AbortSignal.any` cannot
 * be used: Node 20 garbage-collects its sources if nothing else refers to them, and then the time is never up.
 */
export async function withinTime<T>(
  { milliseconds, others = [] }: { milliseconds: number; others?: readonly AbortSignal[] | undefined },
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new DOMException("The time is up.", "TimeoutError")), milliseconds);
  const follow = () => controller.abort(others.find(({ aborted }) => aborted)?.reason);
  for (const other of others) other.addEventListener("abort", follow);
  if (others.some(({ aborted }) => aborted)) follow();
  try {
    return await work(controller.signal);
  } finally {
    clearTimeout(timer);
    for (const other of others) other.removeEventListener("abort", follow);
  }
}
