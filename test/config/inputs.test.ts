import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { describe, expect, test } from "vitest";
import { configInputs } from "../../src/config/index.js";
import { contentHash } from "../../src/files/index.js";
import { project } from "./project.js";

async function inputsOf(files: Record<string, string>) {
  return configInputs(join(project(files), Object.keys(files)[0]!));
}

describe("inputs", () => {
  test("are the config and what it imports, transitively, with their hashes", async () => {
    const files = {
      "app/b44-gen.config.ts": `import { a } from "./lib/a";\nimport "./side.mjs";\nexport * from '../shared/b.js';\nexport default a;`,
      "app/lib/a.ts": `const c = require("./c");\nconst d = import("./d");\nexport const a = 1;`,
      "app/lib/c/index.cjs": "",
      "app/lib/d.json": `{ "from": "./nowhere" }`,
      "app/side.mjs": `import type { T } from "./types.mts";`,
      "app/types.mts": "export type T = 1;",
      "shared/b.ts": `import { a } from "../app/lib/a.ts";`,
      "app/unrelated.ts": "",
    };
    const { inputs, pure } = await inputsOf(files);
    const paths = [
      "b44-gen.config.ts",
      "../shared/b.ts",
      "lib/a.ts",
      "lib/c/index.cjs",
      "lib/d.json",
      "side.mjs",
      "types.mts",
    ];
    expect(inputs.map((input) => input.path)).toEqual(paths);
    expect(inputs[1]!.hash).toBe(contentHash(files["shared/b.ts"]));
    expect(pure).toBe(true);
  });

  test("have one hash, whatever git does to line endings", async () => {
    const lf = await inputsOf({ "c.json": `{\n  "apis": {}\n}\n` });
    const crlf = await inputsOf({ "c.json": `{\r\n  "apis": {}\r\n}\r\n` });
    expect(crlf).toEqual(lf);
  });

  test("exclude imports in comments and strings", async () => {
    const { inputs } = await inputsOf({
      "c.ts": `// import "./a"\n/* import "./a" */\nconst s = 'import "./a"';\nconst t = \`require("./a")\`;\nexport default {};`,
      "a.ts": "",
    });
    expect(inputs.map((input) => input.path)).toEqual(["c.ts"]);
  });

  test.each(["./a", "./a.ts", "./a.js", "./folder", "./folder/", "./folder/index.js"])(
    "resolve %s",
    async (specifier) => {
      const { inputs, pure } = await inputsOf({ "c.ts": `import "${specifier}";`, "a.ts": "", "folder/index.ts": "" });
      expect(inputs).toHaveLength(2);
      expect(pure).toBe(true);
    },
  );

  test("may import each other in a cycle", async () => {
    const { inputs } = await inputsOf({ "c.ts": `import "./a";`, "a.ts": `import "./c"; import "./a";` });
    expect(inputs).toHaveLength(2);
  });
});

describe("pure", () => {
  test.each([
    "export default { apis: { crm: { spec: './x.yaml', operations: ['post:/process', 'tag:Date'] } } };",
    "// process.env would be bad\nexport default {};",
    "import { defineConfig } from 'b44-gen'; export default defineConfig({});",
    "import type { Thing } from 'some-package'; export default {};",
    "export default { apis: Object.fromEntries([1].map((n) => [`api${Math.max(n, 2)}`, {}])) };",
    "export default { data: 1, processing: 2, refetch: 3 };",
  ])("holds for %s", async (text) => {
    expect((await inputsOf({ "c.ts": text })).pure).toBe(true);
  });

  test.each([
    "export default process.env.X;",
    "export default `${process.env.X}`;",
    "export default `a${`b${Deno.args}`}`;",
    "export default new Date();",
    "export default Math.random();",
    "export default Math['random']();",
    "export default await fetch('x');",
    "import fs from 'fs'; export default {};",
    "import { hostname } from 'node:os'; export default {};",
    "import preset from 'preset'; export default preset;",
    "import preset, { type T } from 'preset'; export default preset;",
    "export default import.meta.url;",
    "export default import('./' + name);",
    "export default require(name);",
    "const load = require; export default load('./a');",
    "export default eval('1');",
    "export default __dirname;",
    "import './missing';",
    "import { x } from './package'; export default x;",
    "import { x } from '@/alias'; export default x;",
    "export default { n: 4 / 2 };",
    "import './impure'; export default {};",
  ])("does not hold for %s", async (text) => {
    const files = { "c.ts": text, "package/package.json": "{}", "package/index.js": "", "impure.ts": "Date.now()" };
    expect((await inputsOf(files)).pure).toBe(false);
  });

  test("is true for any JSON", async () => {
    expect((await inputsOf({ "c.json": `{ "process": "Date" }` })).pure).toBe(true);
  });
});

test("the config module loads neither the schema library nor the compiler before a config is loaded", async () => {
  const { metafile } = await build({
    stdin: {
      contents: `export { findConfig, configInputs, loadConfig, defineConfig } from "./src/config/index.ts";`,
      resolveDir: fileURLToPath(new URL("../..", import.meta.url)),
    },
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    external: ["jiti"],
    outdir: "out",
    write: false,
    metafile: true,
  });
  const atOnce = new Set<string>();
  const visit = (output: string): void => {
    if (atOnce.has(output)) return;
    atOnce.add(output);
    for (const { path, kind } of metafile.outputs[output]?.imports ?? []) if (kind !== "dynamic-import") visit(path);
  };
  visit("out/stdin.js");
  const inputs = [...atOnce].flatMap((output) => Object.keys(metafile.outputs[output]?.inputs ?? {}));
  expect(inputs).toContain("src/config/files/inputs.ts");
  expect([...inputs, ...atOnce].filter((path) => /zod|jiti|src\/config\/(schema|validate)/.test(path))).toEqual([]);
  expect(Object.keys(metafile.inputs).filter((path) => path.includes("/zod/"))).not.toEqual([]);
});
