import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { generate } from "../../src/pipeline/run/generate.js";
import { configRequest } from "../../src/pipeline/run/run-config.js";
import { FileWatcher } from "../../src/watch/file-watcher.js";
import { watchConfig } from "../../src/watch/index.js";
import { folderOf, put, read } from "../project/support.js";
import { Observed, pause, until } from "./support.js";

const MODULE = "src/api/generated/crm.ts";
const CONFIG = `import { spec } from "./specs/where";
export default { client: false, lang: "ts", apis: { crm: { spec, operations: "all" } } };
`;

function specOf(...names: string[]): string {
  const paths = names.map((name) => {
    const content = `{ application/json: { schema: { $ref: "./models.yaml#/Item" } } }`;
    return `  /${name}:\n    get: { operationId: ${name}, responses: { "200": { description: ok, content: ${content} } } }\n`;
  });
  return `openapi: 3.1.0\ninfo: { title: CRM, version: "1" }\npaths:\n${paths.join("")}`;
}

/** An app with a config that imports a file, a spec, and a file that the spec refers to. */
function app(): string {
  return folderOf({
    "package.json": "{}",
    "b44-gen.config.ts": CONFIG,
    "specs/where.ts": `export const spec = "./specs/crm.yaml";\n`,
    "specs/crm.yaml": specOf("listA"),
    "specs/models.yaml": "Item: { type: object, properties: { first: { type: string } } }\n",
  });
}

async function watched(folder: string): Promise<Observed<unknown>> {
  const file = join(folder, "b44-gen.config.ts");
  const observed = new Observed(file, async () => generate(await configRequest(file)));
  await observed.watch.ready;
  return observed;
}

const types = (folder: string) => read(folder, "src/api/generated/crm.types.d.ts");

const changes: { what: string; change: (folder: string) => void; seen: (folder: string) => string; want: string }[] = [
  {
    what: "the spec",
    change: (folder) => put(folder, "specs/crm.yaml", specOf("listA", "listB")),
    seen: (folder) => read(folder, MODULE),
    want: "export function listB(",
  },
  {
    what: "the spec, saved by renaming another file over it",
    change: (folder) => {
      put(folder, "specs/crm.yaml.tmp", specOf("listC"));
      renameSync(join(folder, "specs/crm.yaml.tmp"), join(folder, "specs/crm.yaml"));
    },
    seen: (folder) => read(folder, MODULE),
    want: "listC",
  },
  {
    what: "a file that the spec refers to",
    change: (folder) =>
      put(folder, "specs/models.yaml", "Item: { type: object, properties: { second: { type: string } } }"),
    seen: types,
    want: "second",
  },
  {
    what: "the config",
    change: (folder) => put(folder, "b44-gen.config.ts", CONFIG.replace(`lang: "ts"`, `lang: "ts", errors: "throw"`)),
    seen: (folder) => read(folder, "b44-gen.lock.json"),
    want: "crm",
  },
  {
    what: "a file that the config imports",
    change: (folder) => {
      put(folder, "other/other.yaml", specOf("fromOther"));
      put(folder, "other/models.yaml", "Item: { type: string }");
      put(folder, "specs/where.ts", `export const spec = "./other/other.yaml";\n`);
    },
    seen: (folder) => read(folder, MODULE),
    want: "fromOther",
  },
];

test.each(changes)("$what: one change causes one run", async ({ change, seen, want }) => {
  const folder = app();
  const observed = await watched(folder);
  change(folder);
  expect(await observed.count(2)).toEqual(["done", "done"]);
  expect(seen(folder)).toContain(want);
});

test("the same file changes twice, both times by a rename", async () => {
  const folder = app();
  const observed = await watched(folder);
  for (const [index, name] of ["one", "two"].entries()) {
    put(folder, "specs/.crm.yaml.swp", specOf(name));
    renameSync(join(folder, "specs/.crm.yaml.swp"), join(folder, "specs/crm.yaml"));
    await observed.count(index + 2);
    expect(read(folder, MODULE)).toContain(name);
  }
});

test("an error keeps the last output, and can be fixed", async () => {
  const folder = app();
  const observed = await watched(folder);
  const good = read(folder, MODULE);
  put(folder, "specs/crm.yaml", "openapi: [");
  expect((await observed.count(2)).at(-1)).toMatch(/^failed B44-10/);
  expect(read(folder, MODULE)).toBe(good);
  put(folder, "specs/crm.yaml", specOf("listA"));
  expect((await observed.count(3)).at(-1)).toBe("mended");
});

test("a partly saved file of a path keeps the last output, and a missing one is waited for", async () => {
  const folder = app();
  const item = "get: { operationId: listB, responses: {} }\n";
  put(folder, "specs/crm.yaml", `${specOf("listA")}  /b: { $ref: "./b.yaml" }\n`);
  put(folder, "specs/b.yaml", item);
  const observed = await watched(folder);
  const good = read(folder, MODULE);
  put(folder, "specs/b.yaml", "get:\n\toperationId: listB\n");
  expect((await observed.count(2)).at(-1)).toBe("failed B44-110");
  expect(read(folder, MODULE)).toBe(good);
  put(folder, "specs/b.yaml", item);
  expect((await observed.count(3)).at(-1)).toBe("mended");
  rmSync(join(folder, "specs/b.yaml"));
  expect((await observed.count(4)).at(-1)).toBe("done");
  expect(read(folder, MODULE)).not.toContain("listB");
  put(folder, "specs/b.yaml", item);
  expect((await observed.count(5)).at(-1)).toBe("done");
  expect(read(folder, MODULE)).toBe(good);
});

test("a file that was missing at the start appears", async () => {
  const folder = app();
  rmSync(join(folder, "specs/models.yaml"));
  const observed = await watched(folder);
  expect(observed.kinds[0]).toBe("done");
  put(folder, "specs/models.yaml", "Item: { type: string }");
  expect((await observed.count(2)).at(-1)).toBe("done");
});

test("a file with another case in its folder, on a system that ignores case", async () => {
  const folder = app();
  const seen: string[] = [];
  const watcher = new FileWatcher((path) => seen.push(path));
  await watcher.watch([join(folder, "specs/CRM.yaml")]);
  put(folder, "specs/models.yaml", "");
  put(folder, "specs/crm.yaml", "");
  await until(
    () => seen.includes(join(folder, "specs/crm.yaml")),
    () => "crm.yaml",
  );
  await watcher.close();
  expect(seen).not.toContain(join(folder, "specs/models.yaml"));
});

test("a change between a previous run and the start of the watch is detected", async () => {
  const folder = app();
  const file = join(folder, "b44-gen.config.ts");
  const run = async () => generate(await configRequest(file));
  await run();
  const began = Date.now();
  await pause(20);
  put(folder, "specs/crm.yaml", specOf("listA", "listB"));
  const kinds: string[] = [];
  const first = { diagnostics: [], failed: false, began };
  const watch = watchConfig({ configFile: file, run, onEvent: ({ type }) => kinds.push(type), first });
  await watch.ready;
  await until(
    () => kinds.includes("done"),
    () => "a run",
  );
  await watch.close();
  expect(read(folder, MODULE)).toContain("export function listB(");
});

test("a spec and its folder that were missing at the start appear", async () => {
  const folder = app();
  put(folder, "specs/where.ts", `export const spec = "./not/yet/crm.yaml";\n`);
  const observed = await watched(folder);
  expect(observed.kinds[0]).toBe("failed B44-101");
  mkdirSync(join(folder, "not"));
  await pause(100);
  put(folder, "not/yet/models.yaml", "Item: { type: string }");
  put(folder, "not/yet/crm.yaml", specOf("late"));
  await until(
    () => observed.kinds.at(-1) === "mended",
    () => `mended, not ${observed.kinds}`,
  );
});

test("a missing import of the config is waited for", async () => {
  const folder = app();
  rmSync(join(folder, "specs/where.ts"));
  const observed = await watched(folder);
  expect(observed.kinds).toEqual(["failed B44-503"]);
  put(folder, "specs/where.ts", `export const spec = "./specs/crm.yaml";\n`);
  expect((await observed.count(2)).at(-1)).toBe("mended");
});

test("a folder that disappears is reported once, and works again when it is back", async () => {
  const folder = app();
  const observed = await watched(folder);
  const good = read(folder, MODULE);
  renameSync(join(folder, "specs"), join(folder, "away"));
  await observed.count(3);
  expect(observed.kinds.filter((kind) => kind === "vanished B44-840")).toHaveLength(1);
  expect(observed.kinds.length).toBeLessThan(5);
  expect(read(folder, MODULE)).toBe(good);
  renameSync(join(folder, "away"), join(folder, "specs"));
  await until(
    () => observed.kinds.at(-1) === "mended",
    () => `mended, not ${observed.kinds}`,
  );
  put(folder, "specs/crm.yaml", specOf("after"));
  await until(
    () => read(folder, MODULE).includes("after"),
    () => "a run after the folder was back",
  );
});

test("the folder of the config disappears: it is reported, nothing runs, and nothing spins", async () => {
  const parent = dirname(join(folderOf({ "app/package.json": "{}" }), "app/x"));
  put(
    parent,
    "b44-gen.config.json",
    `{ "client": false, "lang": "ts", "apis": { "crm": { "spec": "crm.json", "operations": "all" } } }`,
  );
  put(
    parent,
    "crm.json",
    JSON.stringify({ openapi: "3.1.0", info: { title: "", version: "" }, paths: { "/a": { get: { responses: {} } } } }),
  );
  const file = join(parent, "b44-gen.config.json");
  const observed = new Observed(file, async () => generate(await configRequest(file)));
  await observed.watch.ready;
  renameSync(parent, `${parent}-away`);
  expect(await observed.count(2, 500)).toEqual(["done", "vanished B44-840"]);
  renameSync(`${parent}-away`, parent);
  writeFileSync(join(parent, "crm.json"), read(parent, "crm.json").replace("/a", "/b"));
  await until(
    () => read(parent, "b44-gen.lock.json").includes("get:/b"),
    () => `a run, not ${observed.kinds}`,
  );
});

test("many changes cause one run, and never two at once; a change during a run causes one more", async () => {
  const folder = app();
  const file = join(folder, "b44-gen.config.ts");
  let now = 0;
  let most = 0;
  let end = () => {};
  let ended = Promise.resolve();
  const observed = new Observed(file, async () => {
    now += 1;
    most = Math.max(most, now);
    await ended;
    now -= 1;
  });
  await observed.watch.ready;
  ended = new Promise((resolve) => {
    end = resolve;
  });
  for (let index = 0; index < 10; index++) put(folder, "b44-gen.config.ts", `${CONFIG}// ${index}\n`);
  await until(
    () => now === 1,
    () => "a run",
  );
  put(folder, "b44-gen.config.ts", `${CONFIG}// during\n`);
  await pause(60);
  put(folder, "b44-gen.config.ts", `${CONFIG}// still during\n`);
  // The system tells of a change some time after it.
  await pause(500);
  end();
  expect(await observed.count(3, 500)).toEqual(["done", "done", "done"]);
  expect(most).toBe(1);
});

test("closing waits for the run, and nothing is reported after that", async () => {
  const folder = app();
  let ended = false;
  const observed = new Observed(join(folder, "b44-gen.config.ts"), async () => {
    await pause(150);
    ended = true;
  });
  await observed.watch.close();
  expect(ended).toBe(true);
  expect(observed.events).toEqual([]);
});
