import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { DiagnosticError } from "../../src/diagnostics/index.js";
import { compileApi } from "../../src/pipeline/api/compile-api.js";
import { LOCK_FILE } from "../../src/project/index.js";
import { folderOf, generated, OUT, run, tree } from "./support.js";

const A = generated("a.ts", "export const a = 1;\n");
const SECRET = "not ours\n";

/** The codes of what a run throws, or `done`. */
async function outcome(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => "done",
    (error: unknown) => {
      if (error instanceof DiagnosticError) return error.diagnostics.map(({ code }) => code).join(" ");
      throw error;
    },
  );
}

function plant(folder: string, at: string, target: string): void {
  rmSync(join(folder, at), { recursive: true, force: true });
  mkdirSync(dirname(join(folder, at)), { recursive: true });
  symlinkSync(target, join(folder, at));
}

describe("a link out of the project at an output path", () => {
  const places: [what: string, at: string, target: string][] = [
    ["the output folder", OUT, "."],
    ["its parent", dirname(OUT), "."],
    ["a generated file", A.path, "secret"],
    ["a generated file, as a broken link", A.path, "new.ts"],
    ["the lock", LOCK_FILE, "secret"],
    ["the lock, as a broken link", LOCK_FILE, "new.json"],
    ["the journal", ".b44-gen.journal.json", "secret"],
    ["the journal, as a broken link", ".b44-gen.journal.json", "new.json"],
    ["the turn file", ".b44-gen.pid.lock", "secret"],
    ["the turn file, as a broken link", ".b44-gen.pid.lock", "new.lock"],
    ["a spare name", `${OUT}/.a.ts.0123456789ab.b44tmp`, "secret"],
    ["a spare name of the lock", `.${LOCK_FILE}.0123456789ab.b44bak`, "secret"],
    ["the folder of locked specs", "b44-gen.specs", "."],
  ];
  const files = [A, generated("x", "{}\n", { path: "b44-gen.specs/crm.json" })];
  test.each(places)("%s: nothing changes outside", async (_what, at, target) => {
    for (const force of [false, true]) {
      for (const before of ["nothing", "a run"]) {
        const outside = folderOf({ secret: SECRET });
        const folder = folderOf();
        if (before === "a run") await run(folder, files);
        plant(folder, at, join(outside, target));
        const changed = files.map((file) => ({ ...file, text: `${file.text}// more\n` }));
        await outcome(run(folder, changed, { force }));
        expect([force, before, tree(outside)]).toEqual([force, before, { secret: SECRET }]);
      }
    }
  });

  test("is also safe for files that are removed later", async () => {
    const outside = folderOf({ "a.ts": SECRET });
    const folder = folderOf();
    await run(folder, [A, generated("b.ts", "1\n")]);
    plant(folder, OUT, outside);
    await outcome(run(folder, [], { force: true }));
    expect(tree(outside)).toEqual({ "a.ts": SECRET });
  });
});

test("names in a spec that are paths do not become file names", async () => {
  const evil = ["../../x", "/etc/x", "C:\\x", "CON", "aux.ts", "x.", "x ", "a:b", "package.json", ".git/hooks/x"];
  const paths = Object.fromEntries(
    evil.map((name, index) => [
      `/p${index}`,
      { get: { operationId: name, tags: [name], responses: { 200: { description: name } } } },
    ]),
  );
  const info = { title: evil[0], version: "1" };
  const cwd = folderOf({ spec: JSON.stringify({ openapi: "3.1.0", info, paths }) });
  const { api } = await compileApi({ name: "x", spec: "spec", cwd, operations: "all" }, () => {});
  expect(api.name).toBe("x");
  expect(api.operations.every(({ name }) => /^[A-Za-z_$][\w$]*$/.test(name))).toBe(true);
});
