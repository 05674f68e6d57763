import { beginning, visible } from "../diagnostics/index.js";

/** The largest table of a comparison. Larger texts count as different from the first to the last changed line. */
const LARGEST_TABLE = 1_000_000;
const CONTEXT = 2;
const WIDEST = 160;

/** A short difference of two texts, for messages. */
export interface LineDiff {
  /**
   * The difference in unified format without file names, at most `limit` lines. If lines were left out, the last line
   * says how many.
   */
  text: string;
  /** The first line of `there` that differs, from 1. */
  line: number;
}

type Edit = { sign: " " | "-" | "+"; text: string; old: number; now: number };

/**
 * Compares two texts line by line: `-` lines are in `expected` only, `+` lines in `there` only. Control characters are
 * made visible, so that they cannot control a terminal. Undefined if the texts are equal.
 */
export function lineDiff(expected: string, there: string, limit = 20): LineDiff | undefined {
  if (expected === there) return undefined;
  const edits = editsOf(expected.split("\n"), there.split("\n"));
  const first = edits.findIndex((edit) => edit.sign !== " ");
  const lines = hunks(edits);
  const shown = lines.length > limit ? lines.slice(0, limit - 1) : lines;
  if (shown.length < lines.length) shown.push(`… ${lines.length - shown.length} more lines`);
  return { text: shown.join("\n"), line: (edits[first]?.now ?? 0) + 1 };
}

function editsOf(old: string[], now: string[]): Edit[] {
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let tail = 0;
  while (tail < old.length - start && tail < now.length - start && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  const edits: Edit[] = old.slice(0, start).map((text, index) => ({ sign: " ", text, old: index, now: index }));
  edits.push(...middle(old.slice(start, old.length - tail), now.slice(start, now.length - tail), start));
  for (let index = tail; index > 0; index -= 1) {
    edits.push({ sign: " ", text: old.at(-index)!, old: old.length - index, now: now.length - index });
  }
  return edits;
}

/**
 * Returns the edits between two texts, from their longest common subsequence (by dynamic programming). A pair that is
 * too large for the table is replaced as a whole.
 */
function middle(old: string[], now: string[], offset: number): Edit[] {
  const width = now.length + 1;
  const tabled = old.length * now.length <= LARGEST_TABLE;
  const common = new Uint32Array(tabled ? (old.length + 1) * width : 0);
  for (let row = old.length - 1; tabled && row >= 0; row -= 1) {
    for (let column = now.length - 1; column >= 0; column -= 1) {
      common[row * width + column] =
        old[row] === now[column]
          ? common[(row + 1) * width + column + 1]! + 1
          : Math.max(common[(row + 1) * width + column]!, common[row * width + column + 1]!);
    }
  }
  const edits: Edit[] = [];
  let row = 0;
  let column = 0;
  while (row < old.length || column < now.length) {
    const at = { old: offset + row, now: offset + column };
    const oldLeft = row < old.length;
    const nowLeft = column < now.length;
    const removeFirst = (common[(row + 1) * width + column] ?? 0) >= (common[row * width + column + 1] ?? 0);
    if (tabled && oldLeft && nowLeft && old[row] === now[column]) {
      edits.push({ sign: " ", text: old[row]!, ...at });
      row += 1;
      column += 1;
    } else if (oldLeft && (!nowLeft || removeFirst)) {
      edits.push({ sign: "-", text: old[row]!, ...at });
      row += 1;
    } else {
      edits.push({ sign: "+", text: now[column]!, ...at });
      column += 1;
    }
  }
  return edits;
}

function hunks(edits: Edit[]): string[] {
  const near = edits.map((_, index) =>
    edits.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some((edit) => edit.sign !== " "),
  );
  return edits.flatMap((edit, index) => {
    if (!near[index]) return [];
    const heading = near[index - 1] ? [] : [`@@ -${edit.old + 1} +${edit.now + 1} @@`];
    return [...heading, `${edit.sign}${printable(edit.text)}`];
  });
}

function printable(line: string): string {
  const plain = line.replaceAll("\t", "  ");
  return visible(beginning(plain, WIDEST)) + (plain.length > WIDEST ? "…" : "");
}
