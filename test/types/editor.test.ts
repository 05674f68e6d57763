import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { beforeAll, describe, expect, it } from "vitest";
import { STRICT } from "./support/compile.js";
import { CLIENT, generateInto, project } from "./support/project.js";

/** What an editor shows: TypeScript's language service over an app that calls `custom.call` itself and wrappers. */
const PRELUDE = `import { base44 } from "./base44Client.js";
import * as crm from "./api/my-crm.js";
import { myCrm } from "./api/index.js";
export { base44, crm, myCrm };
`;

class Editor {
  readonly #file: string;
  readonly #prelude: string;
  readonly #service: ts.LanguageService;
  #text = "";
  #version = 0;

  constructor(folder: string, { prelude = PRELUDE, compilerOptions = {} } = {}) {
    this.#file = join(folder, "src/page.ts");
    this.#prelude = prelude;
    const { options } = ts.convertCompilerOptionsFromJson({ ...STRICT, ...compilerOptions }, folder);
    const text = (file: string) => (file === this.#file ? this.#text : readFileSync(file, "utf8"));
    this.#service = ts.createLanguageService({
      fileExists: ts.sys.fileExists,
      readFile: ts.sys.readFile,
      readDirectory: ts.sys.readDirectory,
      directoryExists: ts.sys.directoryExists,
      getDirectories: ts.sys.getDirectories,
      getCompilationSettings: () => options,
      getScriptFileNames: () => [this.#file],
      getScriptVersion: (file) => (file === this.#file ? String(this.#version) : "1"),
      getScriptSnapshot: (file) => {
        const exists = file === this.#file || ts.sys.fileExists(file);
        return exists ? ts.ScriptSnapshot.fromString(text(file)) : undefined;
      },
      getCurrentDirectory: () => folder,
      getDefaultLibFileName: ts.getDefaultLibFilePath,
    });
  }

  /** Takes the place of `|` out of the code and gives its position in the file. */
  #write(code: string): number {
    this.#text = this.#prelude + code.replace("|", "");
    this.#version++;
    return this.#prelude.length + code.indexOf("|");
  }

  /** What is offered at `|`; empty where it is only what is in scope anyway. */
  completions(code: string): string[] {
    const offered = this.#service.getCompletionsAtPosition(this.#file, this.#write(code), {});
    const isSpecific = offered && !offered.entries.some(({ name }) => name === "AbortController");
    const typed = "";
    return isSpecific ? offered.entries.map(({ name }) => name).filter((name) => name !== typed) : [];
  }

  /** What is offered at `|` with an import from the runtime. */
  imports(code: string): string[] {
    const options = { includeCompletionsForModuleExports: true };
    const offered = this.#service.getCompletionsAtPosition(this.#file, this.#write(code), options);
    const isOfRuntime = ({ data }: ts.CompletionEntry) => data?.fileName?.includes("/b44.runtime.");
    return offered?.entries.filter(isOfRuntime).map(({ name }) => name) ?? [];
  }

  /** What stands over the word at `|`. */
  hover(code: string): string {
    const info = this.#service.getQuickInfoAtPosition(this.#file, this.#write(code));
    const tags = info?.tags?.map(({ name, text }) => `@${name} ${ts.displayPartsToString(text)}`.trim()) ?? [];
    return [ts.displayPartsToString(info?.displayParts), ts.displayPartsToString(info?.documentation), ...tags].join(
      "\n",
    );
  }

  /** The first line of what is wrong with the code. */
  problem(code: string): string | undefined {
    this.#write(code);
    const [first] = this.#service.getSemanticDiagnostics(this.#file);
    return first && ts.flattenDiagnosticMessageText(first.messageText, "\n").split("\n")[0];
  }

  /** True where the call at `|` is struck through. */
  isDeprecated(code: string): boolean {
    this.#write(code);
    return this.#service.getSuggestionDiagnostics(this.#file).some(({ reportsDeprecated }) => reportsDeprecated);
  }
}

describe.each(["ts", "js"] as const)("generated in %s", (language) => {
  let editor: Editor;
  beforeAll(async () => {
    const folder = project({ "src/base44Client.ts": CLIENT });
    const client = { module: "../base44Client.js", export: "base44" };
    const specs = { "my-crm": "crm/openapi.yaml", pets: "petstore-2/swagger.json" };
    await generateInto(folder, "src/api", specs, { client, language });
    editor = new Editor(folder);
  });

  describe("an editor completes", () => {
    const call = "base44.integrations.custom.call";
    const cases: [given: string, code: string, want: string[]][] = [
      ["the slug", `${call}("|")`, ["my-crm", "pets"]],
      ["a slug before the rest", `${call}("|", "get:/contacts")`, ["my-crm", "pets"]],
      [
        "the operation",
        `${call}("pets", "|")`,
        ["get:/pets", "post:/pets", "get:/pets/{petId}", "put:/pets/{petId}", "delete:/pets/{petId}", "get:/stock"],
      ],
      ["the groups of arguments", `${call}("my-crm", "patch:/contacts/{contactId}", { | })`, ["pathParams", "payload"]],
      [
        "path parameters",
        `${call}("my-crm", "put:/contacts/{contactId}/tags/{tag}", { pathParams: { | } })`,
        ["contactId", "tag"],
      ],
      [
        "query parameters",
        `${call}("my-crm", "get:/deals", { queryParams: { | } })`,
        ["cursor", "limit", "sort", "stage"],
      ],
      [
        "a value of an enum",
        `${call}("my-crm", "get:/deals", { queryParams: { sort: "|" } })`,
        ["amount", "-amount", "closesAt", "-closesAt"],
      ],
      [
        "a value of an enum in an array",
        `${call}("my-crm", "get:/deals", { queryParams: { stage: ["|"] } })`,
        ["new", "won", "lost"],
      ],
      ["the payload", `${call}("my-crm", "post:/users", { payload: { | } })`, ["email", "password", "role"]],
      [
        "the payload below",
        `${call}("my-crm", "post:/contacts", { payload: { address: { | } } })`,
        ["city", "country", "position", "street"],
      ],
      [
        "the result",
        `const result = await ${call}("my-crm", "get:/contacts"); result.|`,
        ["data", "status_code", "success"],
      ],
      [
        "the arguments of a wrapper",
        "crm.listDeals(base44, { queryParams: { | } })",
        ["cursor", "limit", "sort", "stage"],
      ],
      ["the bound object", "myCrm.list|", ["listContacts", "listDeals", "listActivities"]],
      [
        "a status",
        "const result = await crm.updateContact(base44, { pathParams: { contactId: 'c' }, payload: {} }); if (!result.success && result.status_code === 404) result.data.|",
        ["code", "message"],
      ],
    ];
    it.each(cases)("%s", (_given, code, want) => {
      const offered = editor.completions(code);
      expect(offered).toEqual(expect.arrayContaining(want));
      if (!code.includes("list|")) expect(offered).toHaveLength(want.length);
    });
  });

  it.runIf(language === "js")("an editor offers imports of what apps use of the runtime, and of no more", () => {
    const typed = ["unwra|", "isApiErr|", "path|", "call|", "query|", "bind|", "settled|", "openPay|"];
    expect(typed.flatMap((code) => editor.imports(code))).toEqual(["unwrap", "isApiError"]);
  });

  describe("an editor shows", () => {
    it("the spec's documentation of an operation", () => {
      const text = editor.hover("crm.list|Contacts(base44);");
      expect(text).toContain("args?: crm.ListContactsArgs): Promise<crm.ListContactsResult>");
      expect(text).toContain("The contacts that the key may see, newest first.");
      expect(text).toContain("`get:/contacts` of the integration `my-crm`.");
    });

    it("the spec's documentation of a parameter", () => {
      const text = editor.hover("crm.listContacts(base44, { queryParams: { li|mit: 3 } });");
      expect(text).toContain("How many at most");
      expect(text).toContain("@default 20");
    });

    it("the operation's summary on the bound object", () => {
      expect(editor.hover("myCrm.list|Deals();")).toContain("List deals");
    });

    const result = "const result = await crm.updateContact(base44, { pathParams: { contactId: 'c' }, payload: {} });";
    const statuses = "200 | 404 | 422 | OtherFailureStatus<200 | 404 | 422>";
    const types: [given: string, code: string, want: string][] = [
      ["the status of a result", `${result} result.status|_code`, `(property) status_code: ${statuses}`],
      [
        "the status of a failure",
        `${result} if (result.success === false) result.status|_code`,
        "(property) status_code: 404 | 422 | OtherFailureStatus<200 | 404 | 422>",
      ],
      [
        "the status of a failure beside a range",
        "declare const result: crm.GetContactResult; if (result.success === false) result.status|_code",
        "(property) status_code: 404 | OtherStatus4XX<404> | OtherFailureStatus<200 | 404 | OtherStatus4XX<404>>",
      ],
      [
        "the error of an operation",
        "declare const error: unknown; if (crm.isApiError(error, crm.updateContact)) err|or",
        "const error: ApiErrorOf<crm.UpdateContactResult>",
      ],
    ];
    it.each(types)("%s by name", (_given, code, want) => expect(editor.hover(code).split("\n")[0]).toBe(want));

    it("the statuses that a result can have in a comparison", () => {
      expect(editor.problem(`${result} result.status_code === 201`)).toContain(`the types '${statuses}' and '201'`);
    });

    it("only a deprecated operation struck through", () => {
      expect(editor.isDeprecated("crm.searchContacts(base44, { queryParams: { q: 'ab' } });|")).toBe(true);
      expect(editor.isDeprecated("myCrm.searchContacts({ queryParams: { q: 'ab' } });|")).toBe(true);
      expect(editor.isDeprecated("crm.listContacts(base44);|")).toBe(false);
    });
  });
});

it("an editor shows a nullable schema by a name if strictNullChecks is off", async () => {
  const folder = project({});
  const schema = { type: "object", nullable: true, properties: { name: { type: "string" } } };
  const answer = {
    description: "",
    content: { "application/json": { schema: { $ref: "#/components/schemas/Admin" } } },
  };
  const me = {
    openapi: "3.0.3",
    info: { title: "t", version: "1" },
    paths: { "/me": { get: { operationId: "getMe", responses: { 200: answer } } } },
    components: { schemas: { Admin: schema } },
  };
  await generateInto(folder, "src/api", { me });
  const prelude = 'import type { GetMeResult } from "./api/me.js";\n';
  const editor = new Editor(folder, { prelude, compilerOptions: { strict: false } });
  const code = "declare const result: GetMeResult; if (result.success) result.da|ta";
  expect(editor.hover(code).trim()).toBe("(property) data: AdminObject");
});
