import { join } from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";
import { STRICT } from "./support/compile.js";
import { CLIENT, generateInto, project } from "./support/project.js";

/** The one that is documented where it stands: a constraint that says "any function". */
const DOCUMENTED = "...args: any[]";

/** What TypeScript's own library says is `any`. */
const OF_LIBRARY = "Object.getPrototypeOf(";

const SPECS = {
  "my-crm": "crm/openapi.yaml",
  pets: "petstore-2/swagger.json",
  orders: "many-files/openapi.yaml",
  library: "library/openapi.yaml",
};

it.each(["ts", "js"] as const)("output in %s has no `any` of its own", async (language) => {
  const folder = project({
    [`src/base44Client.${language}`]: CLIENT,
    "src/page.ts": 'export * from "./api/index.js";',
  });
  const client = { module: "../base44Client.js", export: "base44" };
  await generateInto(folder, "src/api", SPECS, { language, client });

  const { options } = ts.convertCompilerOptionsFromJson({ ...STRICT, allowJs: true }, folder);
  const program = ts.createProgram([join(folder, "src/page.ts")], options);
  const checker = program.getTypeChecker();
  const files = program.getSourceFiles().filter((file) => file.fileName.startsWith(join(folder, "src/api")));
  expect(files.map((file) => file.fileName.replace(/^.*\//, "")).sort()).toEqual(
    ["b44.custom-call.d", "b44.runtime", "index", ...Object.keys(SPECS).flatMap((slug) => [slug, `${slug}.types.d`])]
      .map((name) => (name.endsWith(".d") ? `${name}.ts` : `${name}${language === "ts" ? ".ts" : ".d.ts"}`))
      .sort(),
  );

  const written: string[] = [];
  const inferred: string[] = [];
  const visit = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.AnyKeyword) written.push(node.parent.parent.getText());
    if (isDeclaration(node) && checker.getTypeAtLocation(node.name).flags & ts.TypeFlags.Any)
      inferred.push(node.getText());
    ts.forEachChild(node, visit);
  };
  for (const file of files) visit(file);
  expect(written).toEqual([DOCUMENTED]);
  expect(inferred.filter((text) => !text.includes(OF_LIBRARY))).toEqual([]);
});

function isDeclaration(node: ts.Node): node is ts.NamedDeclaration & { name: ts.DeclarationName } {
  const isOne = [ts.isVariableDeclaration, ts.isParameter, ts.isPropertySignature, ts.isPropertyDeclaration];
  const isOther = [ts.isFunctionDeclaration, ts.isMethodSignature, ts.isTypeAliasDeclaration, ts.isPropertyAssignment];
  return [...isOne, ...isOther].some((is) => is(node));
}
