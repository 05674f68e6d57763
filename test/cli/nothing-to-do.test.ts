import { appendFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { packagesLoaded } from "../../bench/loaded-modules.mjs";
import { nothingToDo } from "../../src/pipeline/index.js";
import { copyOf, copyOfFolder, read, write } from "./support/folders.js";
import { run } from "./support/in-process.js";

/** The config's compiler and schema library, and what the stages are made of. */
const HEAVY = ["handlebars", "jiti", "js-yaml", "openapi-typescript", "zod"];

function heavyIn(app: string, args: string[] = []): { status: number | null; heavy: string[] } {
  const { status, packages } = packagesLoaded(args, app);
  return { status, heavy: HEAVY.filter((name) => packages.has(name)) };
}

let done: string;
beforeAll(async () => {
  done = copyOf("apps/typed");
  await run([], { cwd: done });
});

describe("a run with a .ts config", () => {
  test("loads neither the compiler nor the schema library when there is nothing to do", () => {
    expect(heavyIn(copyOfFolder(done))).toEqual({ status: 0, heavy: [] });
  });

  test("loads neither for options that repeat the defaults", () => {
    const options = ["--lang", "ts", "--errors", "throw", "--out", "src/api/generated", "--all"];
    expect(heavyIn(copyOfFolder(done), options)).toEqual({ status: 0, heavy: [] });
  });

  test("loads them when a spec changed", () => {
    const app = copyOfFolder(done);
    appendFileSync(join(app, "specs/crm.yaml"), "# more\n");
    expect(heavyIn(app).heavy).toEqual(expect.arrayContaining(["jiti", "zod"]));
  });

  test.each<[what: string, change: (app: string) => void]>([
    ["the config", (app) => appendFileSync(join(app, "b44-gen.config.ts"), "// more\n")],
    ["what the config imports", (app) => appendFileSync(join(app, "specs/operations.ts"), "// more\n")],
    ["what an import of the config may mean", (app) => write(app, "specs/operations.mts", "export {};\n")],
    ["a spec", (app) => appendFileSync(join(app, "specs/crm.yaml"), "# more\n")],
    ["a file that a spec refers to", (app) => appendFileSync(join(app, "specs/tickets/paths/ticket.yaml"), "# more\n")],
    ["a generated file", (app) => write(app, "src/api/generated/index.ts", "")],
    ["the app's client", (app) => write(app, "src/api/base44Client.ts", "export const other = 1;\n")],
    [
      "the language of the app's client",
      (app) => renameSync(join(app, "src/api/base44Client.ts"), join(app, "src/api/base44Client.js")),
    ],
    [
      "where the app's alias leads",
      (app) => write(app, "tsconfig.json", read(app, "tsconfig.json").replace('"@/*"', '"~/*"')),
    ],
  ])("has something to do when %s changed", async (_, change) => {
    const app = copyOfFolder(done);
    const config = join(app, "b44-gen.config.ts");
    expect(await nothingToDo(config)).toBe(true);
    change(app);
    expect(await nothingToDo(config)).toBe(false);
  });

  test("loads neither if the config imports a file whose name sorts before its own", async () => {
    const app = copyOfFolder(done);
    const config = read(app, "b44-gen.config.ts").replace("./specs/operations", "./an-import");
    expect(config).toContain("./an-import");
    write(app, "an-import.ts", read(app, "specs/operations.ts"));
    write(app, "b44-gen.config.ts", config);
    await run([], { cwd: app });
    expect(heavyIn(app)).toEqual({ status: 0, heavy: [] });
  });

  test("loads them for a config whose value does not depend only on files", async () => {
    const app = copyOfFolder(done);
    const config = read(app, "b44-gen.config.ts").replace('errors: "throw"', 'errors: process.env.ERRORS ?? "throw"');
    write(app, "b44-gen.config.ts", config);
    await run([], { cwd: app });
    expect(heavyIn(app).heavy).toEqual(expect.arrayContaining(["jiti", "zod"]));
    const { stdout } = await run([], { cwd: app, env: { ERRORS: "result" } });
    expect(stdout).toMatch(/^updated {2}src\/api\/generated\/crm\.ts$/m);
  });
});
