import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { contentHash } from "../../src/files/index.js";
import { fastCheck } from "../../src/project/fast-check.js";
import { type Lock, readLock } from "../../src/project/index.js";
import { folderOf, generated, OUT, put, read, run, update } from "./support.js";

const FACTS = { generator: "0.1.0", settings: { language: "ts" } };
const SPEC = "openapi: 3.1.0\npaths: {}\n";

async function project(): Promise<{ folder: string; lock: Lock }> {
  const folder = folderOf({ "specs/crm.yaml": SPEC, "b44-gen.config.ts": "export default {}\n" });
  const made = update();
  made.config = {
    path: "b44-gen.config.ts",
    inputs: [{ path: "b44-gen.config.ts", hash: contentHash("export default {}\n") }],
  };
  made.apis.crm!.documents = [{ path: "specs/crm.yaml", hash: contentHash(SPEC) }];
  await run(folder, [generated("a.ts", "1\n"), generated("b.ts", "2\n", { api: null })], { update: made });
  return { folder, lock: (await readLock(folder))! };
}

test("nothing to do", async () => {
  const { folder, lock } = await project();
  expect(await fastCheck(folder, lock, FACTS)).toBe(true);
});

test("CRLF everywhere is not a change", async () => {
  const { folder, lock } = await project();
  for (const path of [...Object.keys(lock.files), "specs/crm.yaml", "b44-gen.config.ts"]) {
    put(folder, path, `\uFEFF${read(folder, path).replaceAll("\n", "\r\n")}`);
  }
  expect(await fastCheck(folder, lock, FACTS)).toBe(true);
});

describe("scaffolds and offers", () => {
  const SCAFFOLD = generated("entry.ts", "1\n", { kind: "scaffold" });
  const OFFER = generated("gmail.jsonc", "{}\n", { kind: "offer", language: "jsonc" });

  test.each<[string, (folder: string) => void, boolean]>([
    ["as written", () => {}, true],
    ["a changed scaffold", (folder) => put(folder, SCAFFOLD.path, "mine"), true],
    ["a changed offer", (folder) => put(folder, OFFER.path, "mine"), false],
    ["a missing scaffold", (folder) => rmSync(join(folder, SCAFFOLD.path)), false],
    ["a missing offer", (folder) => rmSync(join(folder, OFFER.path)), false],
  ])("%s", async (_, change, expected) => {
    const folder = folderOf();
    await run(folder, [SCAFFOLD, OFFER]);
    change(folder);
    expect(await fastCheck(folder, (await readLock(folder))!, FACTS)).toBe(expected);
  });

  test("after the run that found them changed", async () => {
    const folder = folderOf();
    await run(folder, [SCAFFOLD, OFFER]);
    for (const { path } of [SCAFFOLD, OFFER]) put(folder, path, "mine");
    await run(folder, [SCAFFOLD, OFFER]);
    expect(await fastCheck(folder, (await readLock(folder))!, FACTS)).toBe(true);
  });
});

describe("something to do", () => {
  test.each<[string, (folder: string, lock: Lock) => unknown]>([
    ["generated file edited", (folder) => put(folder, `${OUT}/a.ts`, `${read(folder, `${OUT}/a.ts`)}//\n`)],
    ["its header edited", (folder) => put(folder, `${OUT}/a.ts`, read(folder, `${OUT}/a.ts`).replace("Do not", "Do"))],
    ["generated file gone", (folder) => rmSync(join(folder, OUT, "b.ts"))],
    ["spec changed", (folder) => put(folder, "specs/crm.yaml", `${SPEC}# more\n`)],
    ["spec gone", (folder) => rmSync(join(folder, "specs"), { recursive: true })],
    ["config changed", (folder) => put(folder, "b44-gen.config.ts", "")],
    [
      "a spec from the network",
      (_, lock) => lock.apis.crm!.documents.push({ path: "https://a.example/x.json", hash: "" }),
    ],
    ["a run killed in its turn", (folder) => put(folder, ".b44-gen.pid.lock", '{"pid":1,"started":1}')],
    ["an interrupted run", (folder) => put(folder, ".b44-gen.journal.json", "{}")],
    ["another generator", (_, lock) => Object.assign(lock, { generator: "0.0.9" })],
    ["other settings", (_, lock) => Object.assign(lock.settings, { client: "@/x" })],
  ])("%s", async (_, change) => {
    const { folder, lock } = await project();
    change(folder, lock);
    expect(await fastCheck(folder, lock, FACTS)).toBe(false);
  });
});
