import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { isAddress, statIfThere } from "../../files/index.js";
import type { ApiRequest } from "../api/planned-api.js";

/** Each thread has a memory of its own, and holds a spec whole. */
const MOST_THREADS = 4;
/** With fewer processors threads gain nothing: V8 keeps a second one busy by itself. See docs/decisions/0016. */
const LEAST_PROCESSORS = 3;
/** A thread takes about as long to start as it takes to read this many bytes of JSON: see docs/decisions/0016. */
const WORTH_A_THREAD = 6_000_000;
/** How much longer a byte of YAML takes than one of JSON. */
const YAML = 8;

/**
 * Shares APIs out among threads, this one first: the indexes of the requests that each plans, in the order of the
 * requests. One share where threads would take longer to start than they save: where there are too few processors,
 * where the specs are small, or come from elsewhere than a file.
 */
export function sharesOf(requests: readonly ApiRequest[]): number[][] {
  const processors = availableParallelism();
  const weights = requests.map(weightOf);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const saved = all - Math.max(0, ...weights);
  const worth = processors < LEAST_PROCESSORS ? 0 : Math.floor(saved / WORTH_A_THREAD);
  const most = Math.min(processors, MOST_THREADS, 1 + worth);
  const shares = Array.from({ length: most }, (): { weight: number; indexes: number[] } => ({
    weight: 0,
    indexes: [],
  }));
  const heaviestFirst = weights.map((weight, index) => ({ weight, index })).sort((a, b) => b.weight - a.weight);
  for (const { weight, index } of heaviestFirst) {
    const share = isMovable(requests[index]) ? lightest(shares) : shares[0];
    share?.indexes.push(index);
    if (share) share.weight += weight;
  }
  return shares
    .map(({ indexes }) => indexes.sort((a, b) => a - b))
    .filter((indexes, at) => at === 0 || indexes.length > 0);
}

/** The first of those with the least weight. */
function lightest<Share extends { weight: number }>(shares: readonly Share[]): Share | undefined {
  return shares.reduce(
    (least: Share | undefined, share) => (least && least.weight <= share.weight ? least : share),
    undefined,
  );
}

/** Whether another thread can plan it: it is data, and what it reads is not read already. */
function isMovable(request: ApiRequest | undefined): boolean {
  return request !== undefined && request.reader === undefined && request.stdin === undefined;
}

/** The bytes of JSON that take as long to read as an API's spec; 0 for what is not a local file. */
function weightOf({ spec, cwd }: ApiRequest): number {
  if (spec === "-" || isAddress(spec)) return 0;
  const size = statIfThere(resolve(cwd, spec))?.size ?? 0;
  return /\.ya?ml$/i.test(spec) ? size * YAML : size;
}
