import type { SourceRef } from "../../model.js";

interface Expression {
  /** The text in the braces. */
  text: string;
  /** The bare names of its parameters. */
  names: string[];
}

/** Mismatches between a path and the parameters of one of its operations, or of several. */
export interface PathFaults {
  path: string;
  /** The place of the operation: the first one that does not declare a parameter. */
  source: SourceRef;
  /** For a path that is not a template: the intended template, and the path with its expressions in single braces. */
  template: { meant: string; read: string } | undefined;
  /** Expressions in the query of the path itself that stand for the query parameters `name`. */
  asked: { text: string; name: string }[];
  /** Expressions that are more than a name, with the location of their parameters. */
  taken: (Expression & { place: "path" | "query" | "fragment" })[];
  /** Declared parameters whose names differ only in case from those in the path. */
  recased: { text: string; name: string; source: SourceRef }[];
  /** Declared parameters that the path does not have. */
  absent: { name: string; source: SourceRef }[];
  /** Expressions without a declared parameter, even by its bare name. */
  undeclared: Expression[];
}

/** Merges the faults of two operations of a path, without duplicates. */
export function mergedPathFaults(one: PathFaults, other: PathFaults): PathFaults {
  const hasText = (list: readonly Expression[]) => (item: Expression) => list.some(({ text }) => text === item.text);
  return {
    path: one.path,
    source: one.undeclared.length > 0 ? one.source : other.source,
    template: one.template ?? other.template,
    asked: [...one.asked, ...other.asked.filter(({ text }) => one.asked.every((item) => item.text !== text))],
    taken: [...one.taken, ...other.taken.filter((item) => !hasText(one.taken)(item))],
    recased: [...one.recased, ...other.recased.filter(({ text }) => one.recased.every((item) => item.text !== text))],
    absent: [...one.absent, ...other.absent.filter(({ name }) => one.absent.every((item) => item.name !== name))],
    undeclared: [...one.undeclared, ...other.undeclared.filter((item) => !hasText(one.undeclared)(item))],
  };
}

/**
 * Returns the message about all mismatches of a path; undefined if there are none.
 * @param ofPath where the path is written
 */
export function pathFaultText(
  faults: PathFaults,
  ofPath: SourceRef,
): { message: string; location: SourceRef; help: string | undefined } | undefined {
  const sentences = [templateSentences, askedSentences, recasedSentences, absentSentences, undeclaredSentences].flatMap(
    (of) => of(faults),
  );
  if (sentences.length === 0) return undefined;
  const isOfPath = [faults.template ?? [], faults.asked, faults.taken].flat().length > 0;
  const [first = faults] = [...faults.recased, ...faults.absent];
  const location = isOfPath ? ofPath : first.source;
  return { message: sentences.join(" "), location, help: helpFor(faults) };
}

function templateSentences({ path, template, taken }: PathFaults): string[] {
  const sentences: string[] = [];
  if (template) {
    const read = template.read === path ? "Calls use the path as it is written." : `It is read as ${template.read}.`;
    sentences.push(
      `The path ${path} is not an OpenAPI path template, which has one pair of braces per parameter. ${read}`,
    );
  }
  if (taken.length > 0) {
    const list = taken.map((item) => `{${item.text}} is read as ${meaning(item)}`).join(", ");
    sentences.push(`In OpenAPI, the braces of a path contain only a name, but in ${path} they contain more: ${list}.`);
  }
  return sentences;
}

function askedSentences({ path, asked }: PathFaults): string[] {
  if (asked.length === 0) return [];
  const list = asked.map(({ text, name }) => `{${text}} is read as the query parameter ${JSON.stringify(name)}`);
  return [`The path ${path} contains a query string, which OpenAPI does not allow: ${list.join(", ")}.`];
}

function meaning({ place, names }: PathFaults["taken"][number]): string {
  if (place === "fragment") return "the fragment, which requests do not send";
  const list = listed(names.map((name) => JSON.stringify(name)));
  return `the ${place} parameter${names.length > 1 ? "s" : ""} ${list}`;
}

function recasedSentences({ path, recased }: PathFaults): string[] {
  if (recased.length === 0) return [];
  const list = recased
    .map(({ text, name }) => `{${text}}, which is declared as ${JSON.stringify(name)}`)
    .join(", and ");
  return [`The path ${path} has ${list}: the names differ in upper and lower case, and the one in the path is used.`];
}

function absentSentences({ path, absent }: PathFaults): string[] {
  if (absent.length === 0) return [];
  const names = absent.map(({ name }) => `{${name}}`).join(" and no ");
  return [`The path ${path} has no ${names}; the parameter${absent.length > 1 ? "s are" : " is"} ignored.`];
}

function undeclaredSentences({ undeclared, taken }: PathFaults): string[] {
  if (undeclared.length === 0) return [];
  const isTaken = undeclared.some((item) => taken.some(({ text }) => text === item.text));
  const names = listed(undeclared.map(({ text }) => `{${text}}`));
  const where = isTaken ? " for all of its operations" : "";
  return undeclared.length > 1
    ? [`The path parameters ${names} are not declared${where}; they are read as strings.`]
    : [`The path parameter ${names} is not declared${where}; it is read as a string.`];
}

/** Returns what to write in the spec; undefined if the message makes it clear. */
function helpFor({ template, undeclared }: PathFaults): string | undefined {
  if (template) return `Write ${JSON.stringify(template.meant)} in the spec, or ask its author to.`;
  const bare = undeclared.filter(({ text, names }) => names.join() !== text);
  if (bare.length === 0) return undefined;
  const list = listed(bare.flatMap(({ names }) => names.map((name) => JSON.stringify(name))));
  return `Declare ${list} in the spec, \`in: path\`, or ask its author to.`;
}

function listed(words: readonly string[]): string {
  return words.length < 3 ? words.join(" and ") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
