import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkUsage } from "../../src/check/usage/index.js";
import { catalogue } from "../../src/diagnostics/index.js";
import { folderOf, tree } from "../project/support.js";
import { APP, found, usageInput } from "./support.js";

/** `file:line code` of what the comments of the fixtures say. */
function expected(): string[] {
  return Object.entries(tree(APP)).flatMap(([path, text]) =>
    text.split("\n").flatMap((line, index) => {
      const codes = /\/\/ ((?:B44-\d+ ?)+)$/.exec(line)?.[1]?.trim().split(" ") ?? [];
      return codes.map((code) => `${path}:${index + 1} ${code}`);
    }),
  );
}

test("the faults of the fixtures are found where their comments say, and nothing else", async () => {
  expect((await found(APP)).sort()).toEqual(expected().sort());
});

test("every kind of misuse has a fixture", () => {
  const shown = new Set(expected().map((line) => line.split(" ")[1]));
  const codes = Object.keys(catalogue).filter((code) => /^B44-8[012]/.test(code));
  expect(codes.filter((code) => !shown.has(code))).toEqual([]);
});

describe("a diagnostic", () => {
  test("has the column, and the correct form with the names filled in", async () => {
    const { diagnostics } = await checkUsage(usageInput(APP));
    const said = diagnostics.map(({ location, help }) => ({ text: textAt(location), help }));
    const helps: [string, string][] = [
      ['"listContacts"); // B44-801', 'Write "get:/contacts".'],
      ['"listContact")', 'Did you mean "get:/contacts"?'],
      ['"GET:/contacts"', 'Write "get:/contacts".'],
      ['"get:/contacts/123"', 'Write "get:/contacts/{contactId}", with { pathParams: { contactId: … } }.'],
      ["`get:/contacts/${id}`", 'Write "get:/contacts/{contactId}", with { pathParams: { contactId: … } }.'],
      ['"my_crm"', 'Did you mean "my-crm"?'],
      ['"calendar"', 'Call the generated functions of "calendar" instead.'],
      ["body: contact", "Write `payload`."],
      ["params: {", "Write `queryParams`."],
      ["body: { limit", 'Remove it: "get:/contacts" takes no `payload`.'],
      ["params: {", 'Remove it: "get:/status" takes no `queryParams` and no `pathParams`.'],
      ["params: {", "Write `queryParams` or `pathParams`."],
      ["limit: 1, headers", "Write `queryParams: { limit: … }`."],
      ['"wright"', 'Did you mean "right"?'],
      ['getToken("slack")', "Use `base44.asServiceRole.connectors.getConnection`, for backend functions only."],
      [
        'getConnection("slack"); // B44-812',
        "Use `base44.asServiceRole.connectors.getConnection`, for backend functions only.",
      ],
      ["getAccesToken", "Did you mean `getAccessToken`?"],
      ['"fs"', 'Write "node:fs".'],
      ['"@base44/sdk"', 'Write "npm:@base44/sdk".'],
    ];
    for (const [text, help] of helps) {
      expect(said.filter((one) => one.text?.startsWith(text)).map((one) => one.help)).toContain(help);
    }
  });
});

describe("an argument under another name is one of what is called", () => {
  test.each<[string, string]>([
    ['base44.integrations.custom.call("my-crm", "get:/contacts", { query_params: {} })', "warning: custom.call"],
    ['base44.integrations.custom.call("my-crm", "post:/contacts", { body: {} })', "error: custom.call"],
    ["listContacts(base44, { query_params: {} })", "error: listContacts"],
    ["createContact(base44, { body: {} })", "error: createContact"],
  ])("%s", async (call, named) => {
    const imports =
      'import { base44 } from "@/api/base44Client";\nimport { createContact, listContacts } from "@/api/generated/my-crm";\n';
    const { diagnostics } = await checkUsage(
      usageInput(folderOf({ "src/pages/page.jsx": `${imports}await ${call};\n` })),
    );
    const [found] = diagnostics.filter(({ code }) => code === "B44-806");
    expect(`${found?.severity}: ${found?.message}`).toContain(`${named} has no argument`);
  });
});

/** The rest of the line at a place. */
function textAt(location: { file: string; line?: number; column?: number } | undefined): string | undefined {
  const text = readFileSync(location?.file ?? "", "utf8");
  return text.split("\n")[(location?.line ?? 0) - 1]?.slice((location?.column ?? 0) - 1);
}
