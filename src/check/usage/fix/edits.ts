/** A range of text and its replacement. Offsets are in UTF-16 code units; `end` is exclusive. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** True if two edits overlap. Two insertions at the same offset do. */
export function overlap(one: Edit, other: Edit): boolean {
  if (one.start === other.start) return true;
  return one.start < other.end && other.start < one.end;
}

/** Applies edits to text. They must not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let changed = text;
  for (const { start, end, text: put } of [...edits].sort((one, other) => other.start - one.start)) {
    changed = changed.slice(0, start) + put + changed.slice(end);
  }
  return changed;
}
