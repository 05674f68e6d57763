import { type ChangeKind, kindGroups } from "./kinds/index.js";

/** Returns docs/changes.md, the documentation of the kinds of change, as Markdown. */
export function changesPage(): string {
  const sections = Object.entries(kindGroups).map(([heading, kinds]) => `## ${heading}\n\n${table(kinds)}\n`);
  return `# Changes in a spec

\`b44-gen diff\`, \`update\` and \`check --upstream\` compare two versions of a spec. This page lists the kinds of change that they report.
The names of the kinds are stable.

A change is rated by its effect on an app that calls the selected operations:

- **Breaking**: correct code stops working or compiling.
- **Risky**: code may get something that it does not expect, or may no longer compile.
- **Safe**: correct code stays correct.

Names that start with \`request\` are about parameters and payloads: the API must still accept what it accepted before. Names
that start with \`response\` are about responses: the API must still return what it promised before. \`readOnly\` properties
are not part of requests, \`writeOnly\` properties not of responses. These are not changes: descriptions, tags, examples,
ordering, and whether a schema is inline or a component.

Generated from src/check/diff/kinds by \`npm run docs\`.

${sections.join("\n")}`;
}

function table(kinds: Record<string, ChangeKind>): string {
  const rows = Object.entries(kinds).map(
    ([name, { level, title, why }]) => `| \`${name}\` | ${level} | ${title}. ${why} |`,
  );
  return ["| kind | level | what and why |", "| --- | --- | --- |", ...rows].join("\n");
}
