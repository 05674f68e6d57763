import { counted, firstOf } from "../../diagnostics/index.js";
import { type Change, type ChangeGroup, type ChangeLevel, groupChanges } from "../diff/index.js";
import { type Entry, fittingEntries, type Heading } from "./budget.js";
import { markdownCode, markdownText } from "./escape.js";

/** The content of a report: the changes of each API, and the places in the app that they break. */
export interface MarkdownReport {
  apis: readonly { name: string; changes: readonly Change[] }[];
  impact: readonly ImpactPlace[];
}

/** A place in the app's own source that a change breaks. */
interface ImpactPlace {
  /** Relative to the repository, with forward slashes. */
  file: string;
  /** The line number, from 1. */
  line: number;
  /** The code that breaks. */
  expression: string;
  /** The reason, in one sentence. */
  why: string;
}

const LEVELS: readonly ChangeLevel[] = ["breaking", "risky", "safe"];

/**
 * The maximum size of a report, in bytes. GitHub accepts 65,536 characters as the description of a pull request. A
 * merge request of GitLab gets its description from a git push option, which holds slightly fewer bytes, and there a
 * line break takes two.
 */
const MOST_BYTES = 60_000;

/** Bytes reserved for the lines that count the entries and the omissions. */
const RESERVED = 1_000;

/**
 * Writes the description of a pull request that applies changes of specs: the places that break, then a heading for
 * each API with its breaking changes visible and the others folded. A change of the spec is one entry, however many
 * operations it affects. If the report would be too long, whole entries are omitted and counted: first safe and risky
 * changes, then breaking ones, then places. All text from specs and source is escaped. Ends with one line break.
 */
export function reportMarkdown(report: MarkdownReport, { mostBytes = MOST_BYTES } = {}): string {
  const apis = report.apis.map(({ name, changes }) => ({ name, changes: groupChanges(changes) }));
  const groups = [impactGroup(report.impact), ...apis.flatMap(apiGroups)];
  const entries = groups.flatMap(({ entries: own }) => own);
  const chosen = fittingEntries(entries, mostBytes - RESERVED);
  const opened = new Set<Heading>();
  const body = groups.map(({ heading, api, entries: own }) => {
    const shown = own.filter((entry) => chosen.has(entry));
    if (shown.length === 0) return "";
    const first = api && !opened.has(api) ? api.before : "";
    if (api) opened.add(api);
    return `${first}${heading.before}${shown.map(({ text }) => text).join("")}${heading.after}`;
  });
  const left = entries.length - chosen.size;
  const note = left > 0 ? `\n*${leftOut(groups, chosen)} omitted because the report would be too long.*\n` : "";
  return `${summary(apis, report.impact)}\n${body.join("")}${note}`;
}

interface Group {
  heading: Heading;
  api: Heading | undefined;
  /** The noun for one entry. */
  word: string;
  entries: Entry[];
}

function impactGroup(impact: readonly ImpactPlace[]): Group {
  const heading: Heading = {
    before: "\n## Code in the app that breaks\n\n| Place | Code | Why |\n| --- | --- | --- |\n",
    after: "",
  };
  const entries = impact.map(({ file, line, expression, why }): Entry => {
    const cells = [markdownCode(`${file}:${line}`), markdownCode(expression), markdownText(why)];
    return { rank: 0, headings: [heading], text: `| ${cells.join(" | ")} |\n` };
  });
  return { heading, api: undefined, word: "place", entries };
}

/** An API and its grouped changes. */
interface GroupedApi {
  name: string;
  changes: readonly ChangeGroup[];
}

function apiGroups({ name, changes }: GroupedApi): Group[] {
  const api: Heading = { before: `\n## ${markdownCode(name)}\n`, after: "" };
  return LEVELS.map((level, index) => {
    const found = changes.filter(({ example }) => example.level === level);
    const title = `${found.length} ${level}`;
    const heading: Heading =
      level === "breaking"
        ? { before: `\n### ${title}\n\n`, after: "" }
        : { before: `\n<details>\n<summary>${title}</summary>\n\n`, after: "\n</details>\n" };
    const entries = found.map((change): Entry => {
      return { rank: index + 1, headings: [api, heading], text: changeLine(change) };
    });
    return { heading, api, word: `${level} change`, entries };
  });
}

/** The maximum number of operations that an entry names. */
const NAMED = 3;

function changeLine({ example, changes, operations }: ChangeGroup): string {
  const names = new Map(changes.map(({ operation, name }) => [operation, name]));
  const reached = operations.map((operation) => {
    return `${markdownCode(names.get(operation) ?? "")} (${markdownCode(operation)})`;
  });
  const others = "path" in example.place ? new Set(changes.map(({ message }) => message)).size - 1 : 0;
  const elsewhere = others > 0 ? ` The same applies to ${counted(others, "other place")}.` : "";
  return `- ${firstOf(reached, NAMED)}: ${markdownText(example.message)}${elsewhere}\n`;
}

function summary(apis: readonly GroupedApi[], impact: readonly ImpactPlace[]): string {
  const all = apis.flatMap(({ changes }) => changes);
  if (all.length === 0) return "Nothing that this app uses changed in the specs.";
  const counts = LEVELS.flatMap((level) => {
    const count = all.filter(({ example }) => example.level === level).length;
    return count > 0 ? [`${count} ${level}`] : [];
  });
  const changed = apis.filter(({ changes }) => changes.length > 0).length;
  const places = impact.length > 0 ? ` Fix ${counted(impact.length, "place")} in the app.` : "";
  const noun = all.length === 1 ? "change" : "changes";
  return `${inWords(counts)} ${noun} in ${counted(changed, "API")}.${places}`;
}

function leftOut(groups: readonly Group[], chosen: ReadonlySet<Entry>): string {
  const counts = new Map<string, number>();
  for (const { word, entries } of groups) {
    const missing = entries.filter((entry) => !chosen.has(entry)).length;
    if (missing > 0) counts.set(word, (counts.get(word) ?? 0) + missing);
  }
  const parts = [...counts].map(([word, count]) => counted(count, word));
  const isOne = counts.size === 1 && [...counts.values()][0] === 1;
  return `${inWords(parts)} ${isOne ? "is" : "are"}`;
}

function inWords(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}
