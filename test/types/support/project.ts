import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type GenerateRequest, generate } from "../../../src/pipeline/index.js";
import { putAll } from "../../support/files.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

export { putAll as write } from "../../support/files.js";

export const root = fileURLToPath(new URL("../../..", import.meta.url));

/** A Base44 app's client module, the same text in TypeScript and JavaScript. */
export const CLIENT = `import { createClient } from "@base44/sdk";
export const base44 = createClient({ appId: "app" });
`;

/** As much of React's types as JSX needs. */
const REACT = {
  "node_modules/react/package.json": '{ "name": "react", "version": "0.0.0" }',
  "node_modules/react/jsx-runtime.d.ts": `export namespace JSX {
  type Element = object;
  interface IntrinsicElements { [name: string]: { children?: unknown; key?: string } }
}
export declare const jsx: (type: unknown, props: unknown) => JSX.Element;
export declare const jsxs: typeof jsx;
export declare const Fragment: symbol;
`,
};

/** A project in a temporary folder, in which `@base44/sdk` resolves to the real one. Removed after the test file. */
export function project(files: Record<string, string>): string {
  const folder = temporaryFolder("types");
  putAll(folder, { "package.json": '{ "type": "module" }', ...REACT, ...files });
  symlinkSync(join(root, "node_modules/@base44"), join(folder, "node_modules/@base44"));
  return folder;
}

/** Specs by slug: of a fixture (`crm/openapi.yaml`), or as an object. */
type Specs = Record<string, string | object>;

/** What a test may ask of the generator besides its specs. */
type Options = Partial<Pick<GenerateRequest, "language" | "errors" | "client">>;

/** Generates all operations of some APIs into `output`, a folder of the project. */
export async function generateInto(folder: string, output: string, specs: Specs, options: Options = {}): Promise<void> {
  const apis = Object.entries(specs).map(([name, spec]) => {
    if (typeof spec === "string")
      return { name, spec: join(root, "fixtures", spec), operations: "all" as const, cwd: root };
    putAll(folder, { [`specs/${name}.json`]: JSON.stringify(spec) });
    return { name, spec: join(folder, `specs/${name}.json`), operations: "all" as const, cwd: folder };
  });
  await generate({
    apis,
    folder: join(folder, output),
    output: join(folder, output),
    errors: "result",
    language: "ts",
    client: false,
    anyNumber: true,
    force: false,
    dryRun: false,
    progress: () => {},
    ...options,
  });
}
