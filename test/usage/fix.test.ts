import { chmodSync, statSync } from "node:fs";
import { ts } from "ts-morph";
import { describe, expect, test } from "vitest";
import { applyFixes, checkUsage, type UsageInput } from "../../src/check/usage/index.js";
import { folderOf, put, read } from "../project/support.js";
import { operation, usageInput } from "./support.js";

const ALIAS = '{ "compilerOptions": { "baseUrl": ".", "paths": { "@/*": ["./src/*"] } } }';
const CLIENT = 'import { base44 } from "@/api/base44Client";\n';
const WRAPPER = 'import { listContacts } from "@/api/generated/my-crm";\n';

/** A file after --fix; after a second one it must be the same. */
async function fixed(
  text: string,
  { name = "src/page.jsx", files = {}, input = () => ({}) }: Options = {},
): Promise<string> {
  const root = folderOf({ "package.json": "{}", "jsconfig.json": ALIAS, ...files, [name]: text });
  const { fixes } = await checkUsage(usageInput(root, input(root)));
  expect(await applyFixes(fixes)).toEqual({ written: fixes.map(({ file }) => file), diagnostics: [] });
  const after = read(root, name);
  expect((await checkUsage(usageInput(root, input(root)))).fixes).toEqual([]);
  return after;
}

interface Options {
  name?: string;
  files?: Record<string, string>;
  input?: (root: string) => Partial<UsageInput>;
}

describe("a raw call becomes the generated function", () => {
  test.each<[string, string, string]>([
    [
      "without arguments",
      `${CLIENT}const a = await base44.integrations.custom.call("my-crm", "get:/contacts");\n`,
      `${CLIENT}${WRAPPER}const a = await listContacts(base44);\n`,
    ],
    [
      "with arguments, which stay as they are written",
      `${CLIENT}base44.integrations.custom.call('my-crm', 'get:/contacts', {\n  queryParams: { limit }, // all\n}).then(show);\n`,
      `${CLIENT}${WRAPPER}listContacts(base44, {\n  queryParams: { limit }, // all\n}).then(show);\n`,
    ],
    [
      "over lines",
      `${CLIENT}await base44\n  .integrations.custom\n  .call(\n    "my-crm",\n    "get:/contacts",\n    { queryParams: { limit: 1 } },\n  );\n`,
      `${CLIENT}${WRAPPER}await listContacts(\n    base44,\n    { queryParams: { limit: 1 } },\n  );\n`,
    ],
    [
      "by its operationId, and body for payload, at once",
      `${CLIENT}f(base44.integrations.custom.call("my-crm", "createContact", { body: { a } }));\n`,
      `${CLIENT}import { createContact } from "@/api/generated/my-crm";\nf(createContact(base44, { payload: { a } }));\n`,
    ],
    [
      "one in the other",
      `${CLIENT}base44.integrations.custom.call("my-crm", "post:/contacts", { payload: await base44.integrations.custom.call("my-crm", "get:/contacts") });\n`,
      `${CLIENT}import { createContact, listContacts } from "@/api/generated/my-crm";\ncreateContact(base44, { payload: await listContacts(base44) });\n`,
    ],
    [
      "of the service role",
      `${CLIENT}base44.asServiceRole.integrations.custom.call("my-crm", "get:/contacts");\n`,
      `${CLIENT}${WRAPPER}listContacts(base44.asServiceRole);\n`,
    ],
    [
      "in a function of the same name",
      `${CLIENT}const listContacts = () => base44.integrations.custom.call("my-crm", "get:/contacts");\n`,
      `${CLIENT}import { listContacts as callListContacts } from "@/api/generated/my-crm";\nconst listContacts = () => callListContacts(base44);\n`,
    ],
    [
      "that is imported already",
      `${CLIENT}${WRAPPER}listContacts(base44);\nbase44.integrations.custom.call("my-crm", "get:/contacts");\n`,
      `${CLIENT}${WRAPPER}listContacts(base44);\nlistContacts(base44);\n`,
    ],
    [
      "that is imported by another name",
      `${CLIENT}import { listContacts as all } from "./api/generated/my-crm";\nbase44.integrations.custom.call("my-crm", "get:/contacts");\n`,
      `${CLIENT}import { listContacts as all } from "./api/generated/my-crm";\nall(base44);\n`,
    ],
    [
      "merged into an import over lines",
      `${CLIENT}import {\n  getContact,\n  unwrap,\n} from "@/api/generated/my-crm";\nbase44.integrations.custom.call("my-crm", "get:/contacts");\n`,
      `${CLIENT}import {\n  getContact,\n  unwrap,\n  listContacts,\n} from "@/api/generated/my-crm";\nlistContacts(base44);\n`,
    ],
    [
      "of a parameter, in a file without imports, below directives and comments",
      `// @ts-check\n"use client";\n\n/** Loads. */\nexport const load = (base44) => base44.integrations.custom.call("my-crm", "get:/contacts");\n`,
      `// @ts-check\n"use client";\n\n${WRAPPER}/** Loads. */\nexport const load = (base44) => listContacts(base44);\n`,
    ],
  ])("%s", async (_, before, after) => {
    expect(await fixed(before)).toBe(after);
  });
});

describe("the file's own style", () => {
  const CALL = 'base44.integrations.custom.call("my-crm", "get:/contacts")';
  test.each<[string, string, string]>([
    [
      "single quotes and no semicolons",
      `import { base44 } from '@/api/base44Client'\n\n${CALL}\n`,
      "import { base44 } from '@/api/base44Client'\nimport { listContacts } from '@/api/generated/my-crm'\n\nlistContacts(base44)\n",
    ],
    [
      "Windows line breaks",
      `import { base44 } from "@/api/base44Client";\r\n\r\n${CALL};\r\n`,
      `import { base44 } from "@/api/base44Client";\r\nimport { listContacts } from "@/api/generated/my-crm";\r\n\r\nlistContacts(base44);\r\n`,
    ],
    [
      "braces without spaces, a comment behind the import",
      `import {base44} from "@/api/base44Client"; // the client\n${CALL};`,
      `import {base44} from "@/api/base44Client"; // the client\nimport {listContacts} from "@/api/generated/my-crm";\nlistContacts(base44);`,
    ],
  ])("%s", async (_, before, after) => {
    expect(await fixed(before)).toBe(after);
  });

  test("relative imports if the project has no alias, with extensions if the file has them", async () => {
    const before = `import { base44 } from "./api/base44Client.js";\n${CALL};\n`;
    const after = `import { base44 } from "./api/base44Client.js";\nimport { listContacts } from "./api/generated/my-crm.js";\nlistContacts(base44);\n`;
    expect(await fixed(before, { files: { "jsconfig.json": "{}" } })).toBe(after);
  });

  test("in functions the shared module, with its extension", async () => {
    const head = `import { createClientFromRequest } from "npm:@base44/sdk@0.8.50";\n`;
    const body = (call: string) =>
      `export default (request) => {\n  const base44 = createClientFromRequest(request);\n  return ${call};\n};\n`;
    const input = (root: string): Partial<UsageInput> => ({
      known: usageInput(root).known.map((api) => ({ ...api, sharedModule: `${root}/base44/shared/${api.name}.ts` })),
    });
    const name = "base44/functions/f/entry.ts";
    const after = `${head}import { listContacts } from "../../shared/my-crm.ts";\n${body("listContacts(base44)")}`;
    expect(await fixed(head + body(CALL), { name, input })).toBe(after);
    expect(await fixed(head + body(CALL), { name })).toBe(head + body(CALL));
  });
});

describe("other fixes", () => {
  test.each<[string, string, string]>([
    ["body", "{ body: a, queryParams }", "{ payload: a, queryParams }"],
    ["a member in short", "{ body, ...rest }", "{ body, ...rest }"],
    ["a name in quotes", '{ "body": a, x: 1 }', "{ payload: a, x: 1 }"],
    ["in short", "{ body, x: 1 }", "{ payload: body, x: 1 }"],
    ["not beside payload", "{ body: a, payload: b, x: 1 }", "{ body: a, payload: b, x: 1 }"],
    ["not two for one", "{ body: a, data: b, x: 1 }", "{ body: a, data: b, x: 1 }"],
  ])("arguments: %s", async (_, before, after) => {
    const call = (args: string) => `${CLIENT}base44.integrations.custom.call(slug, "post:/contacts", ${args});\n`;
    expect(await fixed(call(before))).toBe(call(after));
  });

  test.each([
    ["operationId", "'listContacts'", "'get:/contacts'"],
    ["upper case", "`GET:/contacts`", "`get:/contacts`"],
    ["no colon", '"get /contacts"', '"get:/contacts"'],
    ["a near name stays", '"listContact"', '"listContact"'],
    ["a value in the path stays", '"get:/contacts/12"', '"get:/contacts/12"'],
  ])("operations: %s", async (_, before, after) => {
    const call = (operation: string) =>
      `${CLIENT}const { custom } = base44.integrations;\ncustom.call("my-crm", ${operation}, options);\n`;
    expect(await fixed(call(before))).toBe(call(after));
  });
});

describe("an operation's name in a spec remains text", () => {
  const HOSTILE = [
    '/a"+alert(1)+"',
    "/a'+alert(1)+'",
    "/a`+alert(1)+`",
    "/${alert(1)}/$",
    "/a\\",
    '/a\\"+alert(1)+"\\',
    "/a\\'+alert(1)+'",
    "/a\\`+alert(1)+`\\${alert(1)}",
    "/a\u2028b\u2029",
    "/a\n alert(1)\r\n",
    "/</script>\u202e\ud800",
  ];
  const cases = HOSTILE.flatMap((path) => ['"', "'", "`"].map((quote) => [path, quote] as const));

  test.each(cases)("the path %j between %s", async (path, quote) => {
    const id = `get:${path}`;
    const head = `${CLIENT}const { custom } = base44.integrations;\n`;
    const input = (root: string): Partial<UsageInput> => ({
      known: usageInput(root).known.map((api) => ({ ...api, operations: [operation(id, "getA")] })),
    });
    const after = await fixed(`${head}custom.call("my-crm", ${quote}getA${quote}, args);\n`, { input });
    const [, literal = ""] =
      /^custom\.call\("my-crm", ([^\n\r\u2028\u2029]*), args\);\n$/.exec(after.slice(head.length)) ?? [];
    const statement = ts.createSourceFile("a.js", literal, ts.ScriptTarget.Latest).statements[0];
    const value = statement && ts.isExpressionStatement(statement) ? statement.expression : undefined;
    expect(value && ts.isStringLiteralLike(value) && [value.getEnd(), value.text]).toEqual([literal.length, id]);
    expect(literal.charAt(0)).toBe(quote);
  });

  test("and an invalid name is never written", async () => {
    const root = folderOf({ "src/page.js": `${CLIENT}base44.integrations.custom.call("my-crm", "get:/a");\n` });
    const known = usageInput(root).known.map((api) => ({
      ...api,
      operations: [operation("get:/a", "a } from 'x'; //")],
    }));
    await expect(checkUsage(usageInput(root, { known }))).rejects.toThrow("not an identifier");
  });

  test.each([
    ['"', "'"],
    ["'", '"'],
  ])("nor does the name of a folder end a specifier in %s", async (quote, other) => {
    const client = `import { base44 } from ${quote}./api/base44Client${quote};\n`;
    const before = `${client}base44.integrations.custom.call("my-crm", "get:/contacts");\n`;
    const input = (root: string): Partial<UsageInput> => ({
      known: usageInput(root).known.map((api) => ({ ...api, module: `${root}/src/it${quote}s/${other}my-crm` })),
    });
    const after = `${client}import { listContacts } from ${quote}./it\\${quote}s/${other}my-crm${quote};\nlistContacts(base44);\n`;
    expect(await fixed(before, { input, files: { "jsconfig.json": "{}" } })).toBe(after);
  });
});

describe("uncertain calls are unchanged", () => {
  test.each([
    ["a spread", 'base44.integrations.custom.call("my-crm", "get:/contacts", { ...options })'],
    ["arguments from elsewhere", 'base44.integrations.custom.call("my-crm", "get:/contacts", options)'],
    ["unknown arguments", 'base44.integrations.custom.call("my-crm", "get:/contacts", { headers })'],
    ["unknown parameters", 'base44.integrations.custom.call("my-crm", "get:/contacts", { queryParams: { sort: 1 } })'],
    ["query parameters from elsewhere", 'base44.integrations.custom.call("my-crm", "get:/contacts", { queryParams })'],
    ["a payload that it does not take", 'base44.integrations.custom.call("my-crm", "get:/contacts", { payload: {} })'],
    ["arguments if it accepts none", 'base44.integrations.custom.call("my-crm", "get:/status", {})'],
    ["an operation in a constant", 'base44.integrations.custom.call("my-crm", OPERATION)'],
    ["a comment between", 'base44.integrations.custom.call("my-crm", /* all */ "get:/contacts")'],
    ["an optional call", 'base44.integrations?.custom.call("my-crm", "get:/contacts")'],
    ["another client", 'other.integrations.custom.call("my-crm", "get:/contacts")'],
    ["an alias of the module", 'custom.call("my-crm", "get:/contacts")'],
    ["a missing path parameter", 'base44.integrations.custom.call("my-crm", "get:/contacts/{contactId}")'],
  ])("%s", async (_, call) => {
    const text = `${CLIENT}const OPERATION = "get:/contacts";\nconst { custom } = base44.integrations;\nawait ${call};\n`;
    expect(await fixed(text)).toBe(text);
  });

  test("calls of functions that throw", async () => {
    const text = `${CLIENT}await base44.integrations.custom.call("my-crm", "get:/contacts");\n`;
    const input = (root: string): Partial<UsageInput> => ({
      known: usageInput(root).known.map((api) => ({ ...api, errors: "throw" })),
    });
    expect(await fixed(text, { input })).toBe(text);
  });

  test("strings for parameters of other types, in TypeScript", async () => {
    const text = `${CLIENT}await base44.integrations.custom.call("my-crm", "get:/contacts/{contactId}", { pathParams: { contactId } });\n`;
    expect(await fixed(text, { name: "src/page.ts" })).toBe(text);
  });

  test.each([
    ["an error of syntax", `${CLIENT}base44.integrations.custom.call("my-crm", "get:/contacts"\n`],
    ["another encoding", `${CLIENT}// \uFFFD\nbase44.integrations.custom.call("my-crm", "get:/contacts");\n`],
  ])("a file with %s", async (_, text) => {
    expect(await fixed(text)).toBe(text);
  });
});

describe("writing", () => {
  const text = `${CLIENT}base44.integrations.custom.call("my-crm", "get:/contacts");\n`;

  test("keeps permissions", async () => {
    const root = folderOf({ "src/page.js": text });
    chmodSync(`${root}/src/page.js`, 0o640);
    await applyFixes((await checkUsage(usageInput(root))).fixes);
    expect(statSync(`${root}/src/page.js`).mode & 0o777).toBe(0o640);
  });

  test("does not write a file that was changed or removed during the run", async () => {
    const root = folderOf({ "src/page.js": text });
    const { fixes } = await checkUsage(usageInput(root));
    put(root, "src/page.js", `${text}//\n`);
    const [fix] = fixes;
    const gone = { file: `${root}/src/gone.js`, before: "", after: "x", changes: [] };
    const { written, diagnostics } = await applyFixes(fix ? [fix, gone] : []);
    expect(written).toEqual([]);
    expect(diagnostics.map(({ code }) => code)).toEqual(["B44-830", "B44-830"]);
    expect(read(root, "src/page.js")).toBe(`${text}//\n`);
  });

  test("lists the changes", async () => {
    const root = folderOf({ "src/page.js": text });
    const { fixes } = await checkUsage(usageInput(root));
    expect(fixes.map(({ changes }) => changes)).toEqual([
      [{ line: 2, message: 'custom.call("my-crm", "get:/contacts") became listContacts()' }],
    ]);
  });
});
