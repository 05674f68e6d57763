import { editDistance } from "./edit-distance.js";

/**
 * The candidate that a mistyped name is most likely meant to be, or undefined where none is close.
 *
 * @param share how much of the name may be mistyped: a third where it is left out; one character in any case
 */
export function closest(name: string, candidates: Iterable<string>, share = 1 / 3): string | undefined {
  const limit = Math.max(1, Math.floor(name.length * share));
  let best: { candidate: string; distance: number } | undefined;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) > limit) continue;
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance <= limit && distance < (best?.distance ?? Number.POSITIVE_INFINITY)) best = { candidate, distance };
  }
  return best?.candidate;
}
