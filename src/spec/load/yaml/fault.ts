import type { YAMLException } from "js-yaml";
import { type Position, SourceText } from "../../../diagnostics/index.js";
import { explainColon } from "./colon.js";
import type { YamlReader } from "./module.js";
import { skipBlank } from "./places.js";

/** The fault of a YAML text, and its place. */
interface YamlFault {
  /** Completes "… is not valid YAML: …". */
  reason: string;
  /** Empty if the parser reports none. */
  place: Partial<Position>;
  /** The help, if there is any. */
  help?: string;
}

/** A part of the text that the parser read as a node, without the character at `end`. */
interface Span {
  start: number;
  end: number;
}

/**
 * Returns the place of a fault from the parser's mark, which counts from 0. If something is missing at the end, the
 * mark is after the last line.
 */
function placeOf({ line, column }: Position, text: string): Position {
  const lines = text.trimEnd().split("\n").length;
  return line >= lines ? { line: lines, column: 1 } : { line: line + 1, column: column + 1 };
}

/**
 * Explains a fault reported by js-yaml. A quote or bracket that is not closed, or only by the next opening quote, is
 * noticed long after the mistake; then the place is that of the opening one.
 * @param fault the error that reading `text` threw
 */
export function explainYamlFault(fault: YAMLException, text: string, reader: YamlReader): YamlFault {
  // js-yaml may throw without a mark, contrary to its typings.
  const mark = fault.mark as Position | undefined;
  const place = mark ? placeOf(mark, text) : {};
  const [, alias] = /^unidentified alias "(.*)"$/s.exec(fault.reason) ?? [];
  if (alias !== undefined && mark) {
    // The mark is after the alias, which contains no line break.
    return { reason: `the alias *${alias} has no anchor`, place: { ...place, column: mark.column - alias.length } };
  }
  const colon = () => (mark && explainColon(fault.reason, mark, text)) ?? { reason: fault.reason, place };
  if (
    !/^unexpected end of the stream within|^bad indentation of a mapping entry|implicit key$|^missed comma/.test(
      fault.reason,
    )
  )
    return colon();

  const { open, closed } = spansAround(text, reader);
  const source = new SourceText(text);
  const position = (offset: number) => source.positionAt(offset);
  const opening = open.findLast((offset) => /["'[{]/.test(text[offset] ?? ""));
  if (fault.reason.startsWith("unexpected end") && opening !== undefined) {
    const what = /["']/.test(text[opening] ?? "") ? "quoted string" : "bracket";
    return { reason: `the ${what} that starts here is not closed`, place: position(opening) };
  }
  if (fault.reason.startsWith("missed comma") && opening !== undefined)
    return { reason: `${fault.reason} in the bracket that opens on line ${position(opening).line}`, place };
  const quote = closed.findLast((span) => isQuotedOverLines(text, span));
  if (quote === undefined) return colon();
  const { line } = position(quote.end - 1);
  return { reason: `the quoted string that starts here ends only on line ${line}`, place: position(quote.start) };
}

function isQuotedOverLines(text: string, { start, end }: Span): boolean {
  const quote = text[start];
  return (quote === '"' || quote === "'") && text[end - 1] === quote && text.slice(start, end).includes("\n");
}

/**
 * Returns the offsets of the nodes that were open when the parser gave up, and the last two nodes that were closed by
 * then.
 */
function spansAround(text: string, reader: YamlReader): { open: number[]; closed: Span[] } {
  const open: number[] = [];
  let closed: Span[] = [];
  try {
    reader.read(text, {
      duplicateKeys: true,
      listener(event, state) {
        if (event === "open") open.push(state.position);
        else closed = [...closed.slice(-1), { start: open.pop() ?? 0, end: state.position }];
      },
    });
  } catch (error) {
    if (!reader.isFault(error)) throw error;
  }
  return {
    open: open.map((start) => skipBlank(text, start)),
    closed: closed.map(({ start, end }) => ({ start: skipBlank(text, start), end })),
  };
}
