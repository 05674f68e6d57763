import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { fixtures, folderOf, tree, write } from "../cli/support/folders.js";
import { layOutTemplate, shell } from "./template.js";

const repository = join(import.meta.dirname, "../..");

/** Packs the package in a copy of the repository, where its build disturbs nobody. Gives the tarball's path. */
async function pack(): Promise<string> {
  const copy = folderOf();
  const own = ["src", "templates", "scripts", "package.json", "tsconfig.json", "tsconfig.build.json", "LICENSE"];
  const shipped = ["README.md", "THIRD-PARTY-LICENSES.txt", "docs"];
  const there = new Set(readdirSync(repository));
  for (const name of [...own, ...shipped]) {
    if (there.has(name)) cpSync(join(repository, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(repository, "node_modules"), join(copy, "node_modules"), "junction");
  await shell(copy, "npm", "pack", "--silent");
  const tarball = readdirSync(copy).find((name) => name.endsWith(".tgz"));
  return join(copy, tarball!);
}

/** The JavaScript that a build has put into a folder. */
function bundleIn(folder: string): string {
  const names = readdirSync(join(folder, "assets")).filter((name) => name.endsWith(".js"));
  return names.map((name) => readFileSync(join(folder, "assets", name), "utf8")).join("\n");
}

/** Installing and building take a minute where nothing else runs. */
const SLOW = { timeout: 180_000 };

let tarball: string;
let app: string;
let said: string;

beforeAll(async () => {
  app = folderOf();
  const packed = pack();
  await layOutTemplate(app);
  cpSync(join(fixtures, "apps/typed/specs"), join(app, "specs"), { recursive: true });
  cpSync(join(fixtures, "apps/template"), app, { recursive: true });
  tarball = await packed;
  await shell(app, "npm", "install", "--no-audit", "--no-fund", "--prefer-offline", "--save-dev", tarball);
  said = await shell(app, "npx", "--no-install", "b44-gen");
}, 300_000);

describe("the tarball", SLOW, () => {
  test("contains the built code, its types, and the files that a package needs", async () => {
    const files = (await shell(app, "tar", "-tzf", tarball)).trim().split("\n");
    const kinds = new Set(
      files.map((file) =>
        file
          .replace(/\/chunks\/.*\.js$/, "/chunks")
          .replace(/\/types\/.*\.d\.ts$/, "/types")
          .replace(/\/docs\/[a-z]+\.md$/, "/docs"),
      ),
    );
    expect([...kinds].sort()).toEqual([
      "package/LICENSE",
      "package/README.md",
      "package/THIRD-PARTY-LICENSES.txt",
      "package/dist/chunks",
      "package/dist/cli.js",
      "package/dist/esbuild.js",
      "package/dist/index.js",
      "package/dist/rolldown.js",
      "package/dist/rollup.js",
      "package/dist/rspack.js",
      "package/dist/thread.js",
      "package/dist/types",
      "package/dist/vite.js",
      "package/dist/webpack.js",
      "package/docs",
      "package/package.json",
    ]);
    const { size } = statSync(tarball);
    console.log(`tarball: ${Math.round(size / 1000)} kB`);
    expect(size).toBeLessThan(650_000);
  });

  test("passes publint and attw", async () => {
    await shell(app, "npx", "--yes", "publint@0.3.25", tarball, "--strict");
    await shell(app, "npx", "--yes", "@arethetypeswrong/cli@0.18.5", tarball, "--profile", "esm-only");
  });

  test("has types that compile strictly, with library checks", async () => {
    const folder = join(app, "types-check");
    mkdirSync(folder);
    cpSync(join(fixtures, "apps/typed/b44-gen.config.ts"), join(folder, "b44-gen.config.ts"));
    cpSync(join(fixtures, "apps/typed/specs"), join(folder, "specs"), { recursive: true });
    const compilerOptions = {
      strict: true,
      noEmit: true,
      module: "esnext",
      moduleResolution: "bundler",
      types: [],
      target: "es2022",
    };
    write(folder, "tsconfig.json", JSON.stringify({ compilerOptions, files: ["b44-gen.config.ts"] }));
    await shell(folder, process.execPath, join(repository, "node_modules/typescript/bin/tsc"), "-p", folder);
    rmSync(folder, { recursive: true });
  });
});

describe("in a new Base44 app", SLOW, () => {
  test("npx b44-gen writes JavaScript with declarations, for the app's own client", () => {
    expect(said).toContain('import { listContacts } from "@/api/generated/crm";');
    const files = tree(join(app, "src/api/generated"));
    expect(Object.keys(files)).toEqual([
      "b44.custom-call.d.ts",
      "b44.runtime.d.ts",
      "b44.runtime.js",
      "crm.d.ts",
      "crm.js",
      "crm.types.d.ts",
      "helpdesk.d.ts",
      "helpdesk.js",
      "helpdesk.types.d.ts",
      "index.d.ts",
      "index.js",
    ]);
    expect(files["index.js"]).toContain('import { base44 } from "@/api/base44Client";');
  });

  test("a second run has nothing to do", async () => {
    expect(await shell(app, "npx", "--no-install", "b44-gen")).toBe("Everything is up to date.\n");
  });

  test("vite build passes, and the bundle contains only the wrappers that the page imports", async () => {
    await shell(app, "npm", "run", "build");
    const bundle = bundleIn(join(app, "dist"));
    const operations = bundle.match(/"(?:get|put|post|delete|patch):\/[^"]*"/g) ?? [];
    expect([...new Set(operations)].sort()).toEqual(['"get:/contacts"', '"post:/contacts"']);
  });

  test("the bundle contains only the small part of the runtime that those wrappers need", async () => {
    const output = await shell(app, process.execPath, "measure.mjs");
    const { kept, sizes } = JSON.parse(output.trim().split("\n").at(-1)!);
    expect(kept).toEqual({
      "crm.js": ["createContact", "listContacts"],
      "b44.runtime.js": ["call", "query", "settled"],
    });
    for (const page of ["payload", "query", "path"]) {
      const added = sizes[page] - sizes[`${page}-by-hand`];
      console.log(`a wrapper with ${page} adds ${added} bytes, gzipped, to a page that calls custom.call by hand`);
      expect(added).toBeLessThanOrEqual(400);
    }
  });
});
