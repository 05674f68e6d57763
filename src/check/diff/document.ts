import { type ChangeKind, kindGroups } from "./kinds/index.js";

/** The page of the documentation about kinds of change, as Markdown: docs/changes.md is this text. */
export function changesPage(): string {
  const sections = Object.entries(kindGroups).map(([heading, kinds]) => `## ${heading}\n\n${table(kinds)}\n`);
  return `# Changes of a spec

\`b44-gen diff\`, \`update\` and \`check --upstream\` compare two versions of a spec. This page lists the kinds of change that they tell
apart. The names of kinds are stable.

What counts is an app that calls the selected operations:

- **Breaking**: code that was right is no longer.
- **Risky**: code may meet something that it does not expect, or may no longer compile.
- **Safe**: nothing that was right becomes wrong.

Names that start with \`request\` are about parameters and payloads, where what was allowed must
stay allowed; those that start with \`response\` are about answers, where what was promised must stay promised. A \`readOnly\`
property is in no request, a \`writeOnly\` one in no answer. Descriptions, tags, examples, the order of things, and whether a
schema is named or stands in its place are no changes.

Made from src/check/diff/kinds by \`npm run docs\`.

${sections.join("\n")}`;
}

function table(kinds: Record<string, ChangeKind>): string {
  const rows = Object.entries(kinds).map(
    ([name, { level, title, why }]) => `| \`${name}\` | ${level} | ${title}. ${why} |`,
  );
  return ["| kind | level | what and why |", "| --- | --- | --- |", ...rows].join("\n");
}
