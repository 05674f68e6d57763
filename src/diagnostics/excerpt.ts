import type { Position, SourceText } from "./source-text.js";
import { visible } from "./visible.js";

const linesBefore = 2;
const linesAfter = 1;
const maxWidth = 100;

/**
 * Returns the numbered lines around a place of a text, with a caret below the column; line and column count from 1.
 * Long lines are cut around the column. Control characters are made visible, see {@link visible}. Empty if there is no
 * such line.
 */
export function sourceExcerpt(source: SourceText, { line, column }: Position): string {
  const first = Math.max(1, line - linesBefore);
  const lines = source.lines(first, line + linesAfter);
  const target = lines[line - first];
  if (target === undefined) return "";

  const at = Math.min(Math.max(column, 1) - 1, target.length);
  const from = at < maxWidth - 10 ? 0 : at - Math.floor(maxWidth / 2);
  const gutter = String(first + lines.length - 1).length;
  const printed = lines.flatMap((source, index) => {
    const shown = `${String(first + index).padStart(gutter)} | ${cut(source, from)}`.trimEnd();
    if (first + index !== line) return [`    ${shown}`];
    const caret = " ".repeat(displayWidth(cut(source, from).slice(0, at - from + (from > 0 ? 1 : 0))));
    return [`  > ${shown}`, `    ${" ".repeat(gutter)} | ${caret}^`];
  });
  return printed.join("\n");
}

/** At most {@link maxWidth} characters of a line, with `…` for omitted text. */
function cut(line: string, from: number): string {
  const shown = visible(line.slice(from, from + maxWidth));
  return `${from > 0 && line !== "" ? "…" : ""}${shown}${line.length > from + maxWidth ? "…" : ""}`;
}

const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g;

/** The width of text in terminal columns. East Asian characters take two (Unicode Standard Annex 11). */
function displayWidth(text: string): number {
  return text.length + (text.match(wide)?.length ?? 0);
}
