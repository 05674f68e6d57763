import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import transformSchemaObject from "openapi-typescript/dist/transform/schema-object.mjs";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { Preparer } from "../../src/emit/types/prepare/index.js";
import type { PreparedSchema } from "../../src/emit/types/prepare/prepared.js";
import type { Direction } from "../../src/emit/types/schemas/marks.js";
import { Schemas } from "../../src/emit/types/schemas/schemas.js";
import { printType } from "../../src/emit/types/syntax/print.js";
import { transformContext } from "../../src/emit/types/transform.js";
import type { Api, Schema } from "../../src/ir/model.js";
import { compileApi } from "../../src/pipeline/api/compile-api.js";
import { root } from "./support/project.js";

/**
 * openapi-typescript runs over our stand-in for the `typescript` package (src/emit/types/syntax/typescript.ts). Here it
 * runs over the real package too, and what both print of the same prepared schemas must be the same type. The build
 * swaps the package only for imports, so `require` gives the real thing.
 */
const require = createRequire(import.meta.url);
const real = require(join(root, "node_modules/openapi-typescript/dist/transform/schema-object.cjs")) as {
  default(schema: PreparedSchema, options: object): ts.TypeNode;
};

const SPECS = [
  join(root, "fixtures/crm/openapi.yaml"),
  ...[
    "discord_discord-api-spec_specs_openapi.json",
    "slackapi_slack-api-specs_web-api_slack_web_openapi_v2_without_examples.json",
    "intercom_Intercom-OpenAPI_descriptions_2.14_api.intercom.io.yaml",
  ].map((name) => join(root, "../shared/specs/real", name)),
];

describe("the replacement of TypeScript gives the same types as TypeScript", () => {
  for (const spec of SPECS) {
    if (!existsSync(spec)) it.skip(`${basename(spec)}: the file is missing`);
    else it(basename(spec), () => compare(spec));
  }
});

async function compare(spec: string): Promise<void> {
  const source = { name: "api", spec, operations: "all" as const, cwd: root };
  const { api } = await compileApi(source, () => {});
  const schemas = new Schemas(api);
  let compared = 0;
  for (const direction of ["response", "request"] as const) {
    const preparer = new Preparer(schemas, direction);
    const ours: string[] = [];
    const theirs: string[] = [];
    for (const [schema, owner] of schemasOf(api)) {
      const prepared = preparer.prepare(schema, owner);
      ours.push(printType(transformSchemaObject(prepared, options(schemas, direction))).text);
      theirs.push(print(real.default(prepared, options(schemas, direction))));
    }
    const want = shapes(theirs);
    shapes(ours).forEach((shape, index) => {
      if (shape !== want[index]) expect(ours[index]).toBe(theirs[index]);
    });
    compared += ours.length;
  }
  expect(compared).toBeGreaterThan(50);
}

function options(schemas: Schemas, direction: Direction): { path: string; ctx: object } {
  return { path: "#", ctx: transformContext(schemas, direction, []) };
}

function schemasOf(api: Api): [schema: Schema, owner?: string][] {
  const inline = api.operations.flatMap(({ parameters, requestBody, responses }) => [
    ...parameters.map(({ schema }) => schema),
    ...[requestBody, ...responses].flatMap((holder) => holder?.content.map(({ schema }) => schema ?? true) ?? []),
  ]);
  return [
    ...api.schemas.map(({ schema, key }) => [schema, key] as [Schema, string]),
    ...inline.map((schema) => [schema] as [Schema]),
  ];
}

const printer = ts.createPrinter({ removeComments: true });
const empty = ts.createSourceFile("a.ts", "", ts.ScriptTarget.Latest);

function print(type: ts.TypeNode): string {
  return printer.printNode(ts.EmitHint.Unspecified, type, empty);
}

/** The syntax trees of types, without comments, parentheses, unions in unions, and the ways to write a string. */
function shapes(types: string[]): string[] {
  const text = types.map((type, index) => `type T${index} = ${type};`).join("\n");
  const source = ts.createSourceFile("a.ts", text, ts.ScriptTarget.Latest);
  const shape = (node: ts.Node): string => {
    if (ts.isParenthesizedTypeNode(node)) return shape(node.type);
    const own = ts.isIdentifier(node) || ts.isLiteralExpression(node) ? JSON.stringify(node.text) : "";
    const children: string[] = [];
    const add = (child: ts.Node): void => {
      const inner = ts.isParenthesizedTypeNode(child) ? child.type : child;
      const isFlat = inner.kind === node.kind && (ts.isUnionTypeNode(inner) || ts.isIntersectionTypeNode(inner));
      if (isFlat) ts.forEachChild(inner, add);
      else children.push(shape(inner));
    };
    ts.forEachChild(node, add);
    return `${ts.SyntaxKind[node.kind]}${own}(${children.join()})`;
  };
  return source.statements.map((statement) => shape((statement as ts.TypeAliasDeclaration).type));
}
