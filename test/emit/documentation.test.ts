import { expect, it } from "vitest";
import { operationDoc } from "../../src/emit/module/documentation.js";
import type { Api, Operation } from "../../src/ir/index.js";

/** What the comment of an operation's function says, up to the operation that it names. */
function said(operation: Partial<Operation>): string[] {
  const about = { api: { name: "crm" } as Api, reach: { by: "integration" } as never, throws: false };
  return operationDoc({ id: "get:/users", deprecated: false, ...operation } as Operation, about);
}

const LAST = "`get:/users` of the integration `crm`.";

it.each<[what: string, operation: Partial<Operation>, want: string[]]>([
  ["nothing", {}, [LAST]],
  ["nothing but blanks", { summary: " ", description: "\n" }, [LAST]],
  ["a summary", { summary: " List users\n" }, ["List users", "", LAST]],
  ["a description", { description: "All of them." }, ["All of them.", "", LAST]],
  ["both", { summary: "List users", description: "All of them." }, ["List users", "", "All of them.", "", LAST]],
  ["both alike", { summary: "List users", description: "List users." }, ["List users.", "", LAST]],
  [
    "a description that begins with the summary",
    { summary: "List users.", description: "List users, newest first." },
    ["List users, newest first.", "", LAST],
  ],
  [
    "a description that begins with a longer word",
    { summary: "List user", description: "List users of a group." },
    ["List user", "", "List users of a group.", "", LAST],
  ],
  [
    "a summary that is the operationId",
    { operationId: "Users_List", summary: "Users_List", description: "All of them." },
    ["All of them.", "", LAST],
  ],
  ["nothing but the operationId", { operationId: "Users_List", summary: "Users_List" }, ["Users_List", "", LAST]],
  ["that it is deprecated", { summary: "List users", deprecated: true }, ["List users", "", LAST, "", "@deprecated"]],
])("a function's comment of an operation that says %s", (_, operation, want) => {
  expect(said(operation)).toEqual(want);
});
