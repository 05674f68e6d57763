import { beforeAll, expect, test } from "vitest";
import { read, write } from "../cli/support/folders.js";
import { projectWithHandWritten } from "./support/hand-written.js";
import type { Project } from "./support/project.js";
import { typeCheck } from "./support/type-check.js";

let project: Project;
beforeAll(async () => {
  project = await projectWithHandWritten("https://api.example.com");
});

const entries = ["by-token", "calendar", "older", "orders", "report", "sendInvoice"].map(
  (name) => `base44/functions/${name}/entry.ts`,
);
const IMPORTS = `import { secrets } from "base44:runtime";
import { createCalendar } from "../../shared/calendar.ts";
import { getContact } from "../../shared/crm.ts";
import { placeOrder } from "../../shared/orders.ts";
type Client = Parameters<typeof createCalendar>[0] & Parameters<typeof getContact>[0];
`;

/** A line that does not fit the spec or the runtime, and what TypeScript calls the fault. */
const WRONG: [line: string, code: string][] = [
  ['export const a = (it: Client) => createCalendar(it).listEvents({ queryParams: { before: "" } });', "TS2353"],
  ['export const b = (it: Client) => getContact(it, { pathParams: { id: "7" } });', "TS2353"],
  ["export const c = (it: Client) => placeOrder(it, { payload: {} });", "TS2741"],
  ['export const d: string = secrets.get("A");', "TS2322"],
];

const check = () => typeCheck(project.folder, "base44/tsconfig.functions.json");

test("reports no errors in generated and hand-written code", async () => {
  expect(await check()).toEqual([]);
});

test("reports an error in any entry, and calls that do not match the spec", async () => {
  const before = new Map(entries.map((entry) => [entry, read(project.folder, entry)]));
  for (const [entry, text] of before) write(project.folder, entry, `${text}export const fault: string = 1;\n`);
  const wrong = WRONG.map(([line]) => line).join("\n");
  write(project.folder, "base44/functions/wrong/entry.ts", `${IMPORTS}${wrong}\n`);
  expect(await check()).toEqual([
    ...entries.map((entry) => `${entry} TS2322`),
    ...WRONG.map(([, code]) => `base44/functions/wrong/entry.ts ${code}`),
  ]);
});
