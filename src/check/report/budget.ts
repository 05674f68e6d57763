/** A line of a report that may be left out. */
export interface Entry {
  /** Lower ranks are chosen first. */
  rank: number;
  /** The headings that the entry needs. The size of each counts once, with the first entry that needs it. */
  headings: readonly Heading[];
  text: string;
}

/** Text around entries, written if at least one of them is. */
export interface Heading {
  before: string;
  after: string;
}

/**
 * Chooses the entries that fit into `bytes` of UTF-8, by rank and then by order. Stops at the first entry that does not
 * fit, so that the chosen ones are always the most important.
 */
export function fittingEntries(entries: readonly Entry[], bytes: number): Set<Entry> {
  const chosen = new Set<Entry>();
  const paid = new Set<Heading>();
  let left = bytes;
  for (const entry of [...entries].sort((one, other) => one.rank - other.rank)) {
    const unpaid = entry.headings.filter((heading) => !paid.has(heading));
    left -= size(entry.text) + unpaid.reduce((sum, { before, after }) => sum + size(before) + size(after), 0);
    if (left < 0) break;
    for (const heading of unpaid) paid.add(heading);
    chosen.add(entry);
  }
  return chosen;
}

/** The size in bytes of UTF-8. It is at least the number of characters, however a code host counts those. */
function size(text: string): number {
  return Buffer.byteLength(text);
}
