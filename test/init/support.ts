import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { DiagnosticError } from "../../src/diagnostics/index.js";
import { type InitOptions, type InitResult, init, initRequest } from "../../src/init/index.js";
import { folderOf } from "../cli/support/folders.js";

/** A small spec with as many operations, each with the tag `Even` or `Odd`. */
export function specOf(operations: number, more: object = {}): string {
  const paths = Array.from({ length: operations }, (_, index) => [
    `/things/${index}`,
    { get: { operationId: `get${index}`, tags: [index % 2 === 0 ? "Even" : "Odd it's"], responses: {} } },
  ]);
  const info = { title: "Things", version: "1" };
  const servers = [{ url: "https://things.example.com" }];
  return JSON.stringify({ openapi: "3.1.0", info, servers, paths: Object.fromEntries(paths), ...more });
}

/** A TypeScript app in a repository, with a spec of three operations at `specs/things.json`. */
export function typedApp(files: Record<string, string> = {}): string {
  return repositoryOf({
    "package.json": JSON.stringify({ devDependencies: { "b44-gen": "^1.0.0" } }),
    "package-lock.json": "{}",
    "tsconfig.json": "{}",
    "src/main.ts": "",
    "specs/things.json": specOf(3),
    ...files,
  });
}

/** A new folder with these files, as a repository's root. */
export function repositoryOf(files: Record<string, string>): string {
  const folder = folderOf(files);
  mkdirSync(join(folder, ".git"));
  return folder;
}

/** Makes `b44-gen` importable in a folder. */
export function install(folder: string): void {
  mkdirSync(join(folder, "node_modules"), { recursive: true });
  symlinkSync(join(import.meta.dirname, "../.."), join(folder, "node_modules/b44-gen"), "junction");
}

/** Runs `init` in a folder, with `--spec specs/things.json --slug things` where nothing else is said. */
export function initIn(cwd: string, options: InitOptions = {}): Promise<InitResult> {
  const request = initRequest({ spec: "specs/things.json", slug: "things", ...options }, { cwd, progress: () => {} });
  return init(request);
}

/** What `work` throws, as `CODE message / help` of each diagnostic. */
export async function refusal(work: () => Promise<unknown>): Promise<string[]> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
    return error.diagnostics.map(({ code, message, help }) => `${code} ${message} / ${help}`);
  }
  throw new Error("nothing was refused");
}
