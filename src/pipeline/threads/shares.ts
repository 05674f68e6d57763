import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { isAddress, statIfThere } from "../../files/index.js";
import type { ApiRequest } from "../api/planned-api.js";

/** Each thread has its own heap, which holds a whole spec. */
const MOST_THREADS = 4;
/** With fewer processors threads gain nothing: V8 keeps a second one busy by itself. See docs/decisions/0016. */
const LEAST_PROCESSORS = 3;
/** A thread takes about as long to start as it takes to read this many bytes of JSON: see docs/decisions/0016. */
const WORTH_A_THREAD = 6_000_000;
/** How many times longer a byte of YAML takes than a byte of JSON. */
const YAML = 8;

/**
 * Distributes APIs among threads: for each thread, the current one first, the sorted indexes of the requests that it
 * plans. There is only one share if threads would take longer to start than they save: with few processors, small
 * specs, or specs that are not local files.
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

/** Returns the first of the shares with the least weight. */
function lightest<Share extends { weight: number }>(shares: readonly Share[]): Share | undefined {
  return shares.reduce(
    (least: Share | undefined, share) => (least && least.weight <= share.weight ? least : share),
    undefined,
  );
}

/** Whether another thread can plan an API: its request is plain data, and its spec has not been read yet. */
function isMovable(request: ApiRequest | undefined): boolean {
  return request !== undefined && request.reader === undefined && request.stdin === undefined;
}

/** Returns how many bytes of JSON take as long to read as an API's spec; 0 if it is not a local file. */
function weightOf({ spec, cwd }: ApiRequest): number {
  if (spec === "-" || isAddress(spec)) return 0;
  const size = statIfThere(resolve(cwd, spec))?.size ?? 0;
  return /\.ya?ml$/i.test(spec) ? size * YAML : size;
}
