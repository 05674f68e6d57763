/** A line of a report that may be left out. */
export interface Entry {
  /** Lower goes first. */
  rank: number;
  /** The headings that the entry needs: each is paid for by the first entry that needs it. */
  headings: readonly Heading[];
  text: string;
}

/** What stands around entries where at least one of them is there. */
export interface Heading {
  before: string;
  after: string;
}

/**
 * Chooses the entries that fit into `bytes` of UTF-8, whole ones, by rank and then in their order. After the first that
 * does not fit, none is taken, so that what is shown is always what matters most.
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

/** Bytes in UTF-8: at least as many as characters, however a code host counts those. */
function size(text: string): number {
  return Buffer.byteLength(text);
}
