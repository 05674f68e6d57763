import { chmodSync, chownSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { DiagnosticError } from "../../src/diagnostics/index.js";
import { applyWrites, LOCK_FILE, stampText } from "../../src/project/index.js";
import type { WriteMoment } from "../../src/project/write/apply/apply.js";
import { codes, folderOf, generated, OUT, plan, put, read, run, tree } from "./support.js";

const A = generated("a.ts", "export const a = 1;\n");
const B = generated("b.ts", "export const b = 1;\n");
const GONE = generated("old/gone.ts", "1\n");
const NEXT = [{ ...A, text: "2\n" }, generated("new/c.ts", "3\n"), B];

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

async function written(): Promise<string> {
  const folder = folderOf({ "package.json": "{}" });
  await run(folder, [A, B, GONE]);
  return folder;
}

test("a second run writes the same bytes, in whatever order the files come", async () => {
  const [one, two] = [folderOf(), folderOf()];
  await run(one, [A, B, GONE]);
  await run(two, [GONE, B, A]);
  expect(tree(one)).toEqual(tree(two));
  expect(read(one, LOCK_FILE)).not.toContain(one);
});

test("planning touches nothing", async () => {
  const folder = await written();
  const before = tree(folder);
  const made = await plan(folder, NEXT);
  expect(made.actions.map(({ action }) => action)).toEqual(["update", "unchanged", "create", "remove"]);
  expect(tree(folder)).toEqual(before);
});

test("a run without changes touches nothing, not even temporarily", async () => {
  const folder = await written();
  const time = statSync(folder).mtimeMs;
  await applyWrites(await plan(folder, [A, B, GONE]));
  expect(statSync(folder).mtimeMs).toBe(time);
});

test("leaves no temporary files", async () => {
  const folder = await written();
  await run(folder, NEXT);
  expect(Object.keys(tree(folder))).toEqual([LOCK_FILE, "package.json", A.path, B.path, `${OUT}/new/c.ts`]);
});

test("a file keeps its mode", async () => {
  const folder = await written();
  chmodSync(join(folder, A.path), 0o604);
  await run(folder, NEXT);
  expect(statSync(join(folder, A.path)).mode & 0o777).toBe(0o604);
});

test.runIf(process.geteuid?.() === 0)(
  "a file that root writes in place of another user's stays that user's",
  async () => {
    const folder = await written();
    chownSync(join(folder, A.path), 1234, 2345);
    await run(folder, NEXT);
    expect(statSync(join(folder, A.path))).toMatchObject({ uid: 1234, gid: 2345 });
  },
);

describe("a failure leaves everything unchanged", () => {
  test.each<WriteMoment>(["staged", "journalled", "step:0", "step:1", "step:2", "step:3", "done"])(
    "at %s",
    async (moment) => {
      const folder = await written();
      const before = tree(folder);
      const at = (now: WriteMoment) => {
        if (now === moment) throw systemError("ENOSPC");
      };
      const error: unknown = await run(folder, NEXT, {}, { at }).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(DiagnosticError);
      const [found] = (error as DiagnosticError).diagnostics;
      expect([found?.code, found?.message.includes("disk is full")]).toEqual(["B44-604", true]);
      expect(found?.message).toContain("Nothing was changed.");
      expect(tree(folder)).toEqual(before);
      expect(() => statSync(join(folder, OUT, "new"))).toThrow();
      await run(folder, NEXT);
      expect(read(folder, A.path)).toBe(stampText("2\n", A));
    },
  );

  test("an unexpected error is rolled back too, and rethrown", async () => {
    const folder = await written();
    const before = tree(folder);
    const at = (now: WriteMoment) => {
      if (now === "step:1") throw new TypeError("a bug");
    };
    await expect(run(folder, NEXT, {}, { at })).rejects.toThrow(TypeError);
    expect(tree(folder)).toEqual(before);
  });

  test("a real one: a folder appears in place of a target", async () => {
    const folder = await written();
    const at = (now: WriteMoment) => {
      if (now === "step:1") mkdirSync(join(folder, OUT, "new/c.ts"));
    };
    const before = tree(folder);
    await expect(run(folder, NEXT, {}, { at })).rejects.toThrow("B44-604");
    expect(tree(folder)).toEqual(before);
  });

  test("a file in place of a folder", async () => {
    const folder = await written();
    put(folder, `${OUT}/new`, "mine");
    const before = tree(folder);
    await expect(run(folder, NEXT)).rejects.toThrow("B44-604");
    expect(tree(folder)).toEqual(before);
  });

  test.skipIf(!chmodWorks())("a read-only folder", async () => {
    const folder = await written();
    const before = tree(folder);
    chmodSync(join(folder, OUT), 0o555);
    await expect(run(folder, NEXT)).rejects.toThrow("B44-604");
    expect(tree(folder)).toEqual(before);
    chmodSync(folder, 0o555);
    expect(codes(await run(folder, [A, B, GONE]))).toEqual([]);
    await expect(run(folder, NEXT)).rejects.toThrow("B44-604");
    chmodSync(folder, 0o755);
    chmodSync(join(folder, OUT), 0o755);
    expect(tree(folder)).toEqual(before);
  });
});

describe("between plan and writing", () => {
  test("a file that changed stops it", async () => {
    const folder = await written();
    const made = await plan(folder, NEXT);
    put(folder, A.path, "mine");
    const before = tree(folder);
    await expect(applyWrites(made)).rejects.toThrow("B44-610");
    expect(tree(folder)).toEqual(before);
  });

  test("a file that appeared stops it", async () => {
    const folder = await written();
    const made = await plan(folder, NEXT);
    put(folder, `${OUT}/new/c.ts`, "mine");
    await expect(applyWrites(made)).rejects.toThrow("B44-610");
    expect(read(folder, `${OUT}/new/c.ts`)).toBe("mine");
  });

  test("another run with the same result does not", async () => {
    const folder = await written();
    const made = await plan(folder, NEXT);
    await run(folder, NEXT);
    const after = tree(folder);
    await applyWrites(made);
    expect(tree(folder)).toEqual(after);
  });
});

test("every file is complete at every moment", async () => {
  const folder = await written();
  const texts = new Set([stampText(A.text, A), stampText("2\n", A)]);
  const at = () => {
    expect(texts).toContain(readFileSync(join(folder, A.path), "utf8"));
    JSON.parse(read(folder, LOCK_FILE));
  };
  await run(folder, NEXT, {}, { at });
});

test("files that killed runs left before their journal are removed", async () => {
  const folder = await written();
  put(folder, `${OUT}/.a.ts.0123456789ab.b44tmp`, "half");
  put(folder, `${OUT}/.mine.b44tmp`, "mine");
  await run(folder, NEXT);
  expect(Object.keys(tree(folder)).filter((path) => path.endsWith("tmp"))).toEqual([`${OUT}/.mine.b44tmp`]);
});

function chmodWorks(): boolean {
  const folder = folderOf();
  chmodSync(folder, 0o555);
  try {
    writeFileSync(join(folder, "x"), "");
    return false;
  } catch {
    return true;
  } finally {
    chmodSync(folder, 0o755);
    rmSync(join(folder, "x"), { force: true });
  }
}
