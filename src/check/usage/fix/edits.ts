/** A part of a text and what to write in its place. Offsets in UTF-16 units, `end` behind the last. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** Whether two edits touch the same part; two insertions at one place do. */
export function overlap(one: Edit, other: Edit): boolean {
  if (one.start === other.start) return true;
  return one.start < other.end && other.start < one.end;
}

/** The text with all edits made. They must not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let changed = text;
  for (const { start, end, text: put } of [...edits].sort((one, other) => other.start - one.start)) {
    changed = changed.slice(0, start) + put + changed.slice(end);
  }
  return changed;
}
