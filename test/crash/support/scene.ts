import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { run } from "../../cli/support/in-process.js";
import { temporaryFolder } from "../../support/temporary-folder.js";
import { FOREIGN, type Inputs, inputsOf, type Size } from "./project.js";
import { serveSpecs } from "./server.js";
import { differences, layOut, overwrite, removeFolder, type Tree, treeOf } from "./tree.js";

/** A project in two versions. */
export interface Scene {
  /** The whole tree that version 1 has, and that version 2 has. */
  old: Tree;
  next: Tree;
  oldInputs: Inputs;
  nextInputs: Inputs;
  /** The paths at which a run for version 2 changes the tree of version 1. */
  changed: string[];
}

/**
 * A new folder, removed after the test file. In memory where the system has that: waiting for a disk would be most of
 * the time of writing, and the kills would all come to the waiting.
 */
export function newFolder(): string {
  const parent = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();
  return temporaryFolder("crash", parent);
}

/** Puts a version's inputs in place of the other's. */
export function setInputs(folder: string, inputs: Inputs): void {
  removeFolder(join(folder, "specs"));
  overwrite(folder, inputs);
}

/** Runs `b44-gen` to its end, which has to be a good one, within the process of the tests. */
export async function succeed(folder: string, ...args: string[]): Promise<void> {
  const { status, stderr } = await run(args, { cwd: folder });
  expect({ status, errors: stderr.match(/^error.*/gm) }).toEqual({ status: 0, errors: null });
}

/**
 * Makes both trees. In them the user has changed two entries, that of a function that leaves and that of one that
 * stays, and a generated file that is no longer generated.
 */
export async function makeScene(size: Size): Promise<Scene> {
  const origin = await serveSpecs();
  const [oldInputs, nextInputs] = [inputsOf(1, size, origin), inputsOf(2, size, origin)];
  const folder = newFolder();
  layOut(folder, { ...FOREIGN, ...oldInputs, "b44-gen.config.json": withGone(oldInputs) });
  await succeed(folder);
  const edited = ["src/api/generated/gone.js", "base44/functions/own0/entry.ts", "base44/functions/kept/entry.ts"];
  const written = treeOf(folder);
  for (const path of edited) overwrite(folder, { [path]: `${written[path]}// the user's own line\n` });
  overwrite(folder, oldInputs);
  await succeed(folder);
  const old = treeOf(folder);
  setInputs(folder, nextInputs);
  const before = treeOf(folder);
  await succeed(folder);
  const next = treeOf(folder);
  return { old, next, oldInputs, nextInputs, changed: differences(before, next) };
}

/** The config with an API more. */
function withGone(inputs: Inputs): string {
  const config = JSON.parse(inputs["b44-gen.config.json"] ?? "");
  config.apis.gone = { spec: "specs/kept.json", operations: "all" };
  return JSON.stringify(config);
}
