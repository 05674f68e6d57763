import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { copyOf, folderOf, tree, write } from "./support/folders.js";
import { run as runHere } from "./support/in-process.js";
import { type RunOptions, run as runProcess } from "./support/process.js";

/** What to run, and where, for a copy of the app. */
type Way = (app: string) => { args?: string[] } & Partial<RunOptions>;

/** Generates a fresh copy of the app in some way, and gives what is then there. */
async function outcome(way: Way, run = runHere): Promise<Record<string, string>> {
  const app = copyOf("apps/typed");
  const { args = [], ...options } = way(app);
  const { status, stderr } = await run(args, { cwd: app, ...options });
  expect(status, stderr).toBe(0);
  return tree(app);
}

let usual: Record<string, string>;
beforeAll(async () => {
  usual = await outcome(() => ({}));
});

test.each<[how: string, way: Way]>([
  ["each time", () => ({})],
  ["from a subfolder, from which the config is found", (app) => ({ cwd: join(app, "src/api") })],
  [
    "from the root, with the config's absolute path",
    (app) => ({ args: ["--config", join(app, "b44-gen.config.ts")], cwd: "/" }),
  ],
  [
    "through a link to the project",
    (app) => {
      const cwd = join(folderOf({ "deep/x": "" }), "deep/app");
      symlinkSync(app, cwd, "dir");
      return { cwd };
    },
  ],
])("a run writes the same bytes %s", async (_, way) => {
  expect(await outcome(way)).toEqual(usual);
});

test("from a folder beside it, with --config ../app/b44-gen.config.ts", async () => {
  const beside = folderOf();
  const result = await outcome((app) => ({
    args: ["--config", join("..", app.split("/").at(-1)!, "b44-gen.config.ts")],
    cwd: beside,
  }));
  expect(result).toEqual(usual);
  expect(tree(beside)).toEqual({});
});

test("from a checkout with CRLF and byte order marks", async () => {
  const own = Object.entries(tree(copyOf("apps/typed"))).filter(([, text]) => text !== "a folder");
  const result = await outcome((app) => {
    for (const [path, text] of own) write(app, path, `\uFEFF${text.replaceAll("\n", "\r\n")}`);
    return {};
  });
  expect({ ...result, ...Object.fromEntries(own) }).toEqual(usual);
});

test.each<Record<string, string>>([
  { TZ: "Pacific/Kiritimati", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" },
  { TZ: "America/St_Johns", LANG: "C", LC_ALL: "C" },
  { LANG: "ar_EG.UTF-8", LC_ALL: "ar_EG.UTF-8" },
  { CI: "true", FORCE_COLOR: "3", COLUMNS: "20" },
])("in another environment: %o", async (env) => {
  expect(await outcome(() => ({ env }), runProcess)).toEqual(usual);
});

test("in one run or in several, the files are the same", async () => {
  const app = copyOf("apps/typed");
  await runHere(["--errors", "result"], { cwd: app });
  await runHere(["--lang", "js"], { cwd: app });
  await runHere([], { cwd: app });
  expect(tree(app)).toEqual(usual);
});

test("--out on the command line writes the same code elsewhere", async () => {
  const app = copyOf("apps/typed");
  await runHere(["--out", "src/other"], { cwd: app });
  for (const [path, text] of Object.entries(tree(join(app, "src/other")))) {
    expect(text).toBe(usual[`src/api/generated/${path}`]);
  }
});
