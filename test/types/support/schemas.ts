import ts from "typescript";
import { emitTypes } from "../../../src/emit/types/index.js";
import type { Api } from "../../../src/ir/model.js";
import { compileApi } from "../../../src/pipeline/api/compile-api.js";

/** Schemas by name, as under `components.schemas`. */
export type Named = Record<string, unknown>;

/** The intermediate representation of a small spec in which `POST /x` takes and answers the first schema. */
export async function apiOf(schemas: Named, openapi = "3.1.0"): Promise<{ api: Api; codes: string[] }> {
  const content = {
    "application/json": { schema: { $ref: `#/components/schemas/${pointerToken(Object.keys(schemas)[0]!)}` } },
  };
  const spec = {
    openapi,
    info: { title: "T", version: "1" },
    paths: {
      "/x": { post: { operationId: "x", requestBody: { content }, responses: { 200: { description: "", content } } } },
    },
    components: { schemas },
  };
  return compiled(spec);
}

/** The intermediate representation of any spec. */
export async function compiled(spec: object): Promise<{ api: Api; codes: string[] }> {
  const stdin = async () => new TextEncoder().encode(JSON.stringify(spec));
  const { api, diagnostics } = await compileApi({ name: "t", spec: "-", operations: "all", cwd: "/", stdin }, () => {});
  return { api, codes: diagnostics.map(({ code }) => code) };
}

function pointerToken(key: string): string {
  return encodeURIComponent(key.replaceAll("~", "~0").replaceAll("/", "~1"));
}

/** The declarations file that is emitted, and its declarations by name without comments, each on one line. */
export function declarations(api: Api): { text: string; byName: Record<string, string>; codes: string[] } {
  const { file, diagnostics } = emitTypes(api);
  const source = ts.createSourceFile("t.d.ts", file.text, ts.ScriptTarget.Latest, true);
  const byName: Record<string, string> = {};
  for (const statement of source.statements) {
    if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) {
      byName[statement.name.text] = oneLine(statement, source);
    }
  }
  return { text: file.text, byName, codes: diagnostics.map(({ code }) => code) };
}

const printer = ts.createPrinter({ removeComments: true });

/** What follows the declaration's name: `{ a: string; }` of an interface, `string | null` of an alias. */
function oneLine(statement: ts.InterfaceDeclaration | ts.TypeAliasDeclaration, source: ts.SourceFile): string {
  if (ts.isTypeAliasDeclaration(statement)) return normalType(statement.type, source);
  return normalType(ts.factory.createTypeLiteralNode(statement.members), source);
}

/** A type on one line, without comments. */
function normalType(type: ts.TypeNode, source: ts.SourceFile): string {
  const text = printer.printNode(ts.EmitHint.Unspecified, type, source).replace(/\s+/g, " ");
  return text.replace(/^\| |(?<=[(:<] ?)\| /g, "").replace(/(?<=\[) | (?=\])/g, "");
}
