import { editDistance } from "./edit-distance.js";

/**
 * Returns the candidate that a mistyped name most likely stands for, or undefined if none is similar.
 *
 * @param share the maximum share of the name that may be mistyped, a third by default; one character is always allowed
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
