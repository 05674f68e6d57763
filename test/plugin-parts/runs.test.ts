import { join } from "node:path";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { BuildRun } from "../../src/plugin/build-run.js";
import { exportedNames } from "../../src/plugin/vite/exported-names.js";
import { viteHooks } from "../../src/plugin/vite/hooks.js";
import { isGenerated } from "../../src/plugin/vite/missing-import.js";
import type { ViteConfig, ViteServer } from "../../src/plugin/vite/model.js";
import { writtenText } from "../../src/plugin/written-text.js";
import { formatLock } from "../../src/project/lock/format.js";
import { LOCK_VERSION } from "../../src/project/lock/model.js";
import { project } from "../config/project.js";
import { put } from "../project/support.js";

const done = vi.hoisted(() => ({ watches: 0, closes: 0, reads: 0 }));

vi.mock("../../src/plugin/watched-run.js", () => ({
  watchSession: async () => {
    done.watches++;
    return { close: async () => void done.closes++ };
  },
}));
vi.mock("../../src/project/lock/read.js", async (original) => {
  const { readLock, ...rest } = await original<typeof import("../../src/project/lock/read.js")>();
  return {
    ...rest,
    readLock: (folder: string) => {
      done.reads++;
      return readLock(folder);
    },
  };
});

beforeEach(() => void Object.assign(done, { watches: 0, closes: 0, reads: 0 }));

const CONFIG = { "b44-gen.config.json": "{}" };

describe("builds that start together", () => {
  test("share one watch, which ends with them", async () => {
    const facts = { root: project(CONFIG), isWatching: true, log: () => {} };
    const run = new BuildRun({});
    await Promise.all([run.start(facts), run.start(facts)]);
    await run.start(facts);
    expect(done.watches).toBe(1);
    await run.close();
    await run.close();
    expect(done.closes).toBe(1);
  });
});

test.each<[options: object, wanted: string]>([
  [{ mod: "check" }, "B44-506 The plugin has no option `mod`. Did you mean `mode`?"],
  [{ include: [] }, "B44-506 The plugin has no option `include`."],
  [{ mode: "chek" }, 'B44-506 The plugin\'s `mode` must be "generate" or "check". Did you mean `check`?'],
  [{ mode: true }, 'B44-506 The plugin\'s `mode` must be "generate" or "check".'],
  [{ config: 5 }, "B44-506 The plugin's `config` must be a path."],
])("a build with the options %j says what is wrong", async (options, wanted) => {
  const facts = { root: project(CONFIG), isWatching: false, log: () => {} };
  await expect(new BuildRun(options).start(facts)).rejects.toMatchObject({
    message: expect.stringContaining(`${wanted}\n  help: \`b44gen()\` takes \`config\` and \`mode\``),
  });
});

describe("a project without a config", () => {
  const logger = { info: () => {}, warn: () => {}, error: () => {} };
  test.each(["build", "serve"] as const)("fails Vite's %s with what is wrong, and no stack", async (command) => {
    const hooks = viteHooks({});
    hooks.configResolved({ root: project({}), command, logger, build: {}, server: {} } as unknown as ViteConfig);
    const server = { ws: { on: () => {} } } as unknown as ViteServer;
    const failed = command === "build" ? hooks.buildStart() : hooks.configureServer(server);
    await expect(failed).rejects.toMatchObject({
      name: "b44-gen",
      stack: "",
      message: expect.stringContaining("B44-501"),
    });
  });
});

describe("whether a module is generated", () => {
  const lock = (...paths: string[]) =>
    formatLock({
      lockfileVersion: LOCK_VERSION,
      generator: "0.0.0",
      settings: {},
      apis: {},
      files: Object.fromEntries(paths.map((path) => [path, { hash: "h", api: null }])),
    });

  test("is read from the lock once, until it is rewritten", async () => {
    const folder = project({ ...CONFIG, "b44-gen.lock.json": lock("src/a.ts") });
    const config = join(folder, "b44-gen.config.json");
    const is = (path: string) => isGenerated(config, join(folder, path));
    expect([await is("src/a.ts"), await is("src/b.ts"), await is("src/a.ts")]).toEqual([true, false, true]);
    expect(done.reads).toBe(1);
    put(folder, "b44-gen.lock.json", lock("src/a.ts", "src/b.ts"));
    expect([await is("src/b.ts"), await is("src/a.ts")]).toEqual([true, true]);
    expect(done.reads).toBe(2);
  });
});

describe("the files of a run, in a line", () => {
  const file = (action: "create" | "update" | "remove", ...paths: string[]) =>
    paths.map((path) => ({ action, path: join(process.cwd(), path) }));
  const many = Array.from({ length: 7 }, (_, index) => `functions/f${index}/handler.ts`);
  test.each([
    [[], ""],
    [file("update", "src/a.js"), "updated src/a.js"],
    [
      [...file("remove", "src/old.js"), ...file("create", "src/a.js", "src/a.d.ts", "base44/shared/b.ts")],
      "created src (2 files), base44/shared/b.ts; removed src/old.js",
    ],
    [file("create", ...many), `created ${many.slice(0, 5).join(", ")}, and 2 more places`],
  ])("%j", (written, want) => {
    expect(writtenText(written)).toBe(want);
  });
});

describe("the names that a module exports", () => {
  const rest = { "rest.js": "export const far = 1;\nexport default far;\n" };
  test.each<[source: string, want: string[] | undefined]>([
    ["export function one() {}\nexport async function two() {}", ["one", "two"]],
    [
      "export function* one() {}\nexport async function* two() {}\nexport async function *three() {}",
      ["one", "two", "three"],
    ],
    [
      "export class A extends B {}\nexport abstract class C implements D {}\nexport declare class E {}",
      ["A", "C", "E"],
    ],
    ["export const a = [1, 2], size = 3;", undefined],
    ["export const a = f(1, { b, c });\nexport let d = 2\nexport var e", ["a", "d", "e"]],
    ["export const { a, b } = c;", undefined],
    [
      "export type A = 1;\nexport interface B extends C {}\nexport enum D {}\nexport const enum E {}",
      ["A", "B", "D", "E"],
    ],
    ["export declare namespace N { export const inner: 1 }", ["N"]],
    ["export function type() {}\nexport const async = 1;\nexport class module {}", ["type", "async", "module"]],
    ["export default function* () {}", ["default"]],
    ["export default class A {}", ["default"]],
    [
      `export { a, b as c, d as default, e as "f g" };\nexport type { T, U as V };\nexport { type W, x } from "y";`,
      ["a", "c", "default", "f g", "T", "V", "W", "x"],
    ],
    [`export {};`, []],
    [`export * as name from "x";`, ["name"]],
    [`export * from "./rest.js";`, ["far"]],
    [`export * from "./not-there.js";`, undefined],
    [`export * from "package";`, undefined],
    ["export = one;", undefined],
    [
      `// export const no = 1;\nconst text = "export const no = 1";\nconst more = \`\nexport const no = 1;\${{ a: 1 }}\`;\nexport const yes = text;`,
      ["yes"],
    ],
  ])("of %s", async (source, want) => {
    const folder = project({ ...rest, "module.js": source });
    const names = await exportedNames(join(folder, "module.js"));
    expect(names && [...names]).toEqual(want);
  });
});
