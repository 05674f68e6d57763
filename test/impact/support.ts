import { cpSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { diffApis } from "../../src/check/diff/index.js";
import type { Impact } from "../../src/check/impact/index.js";
import type { ImpactInput } from "../../src/check/impact/model.js";
import type { Api } from "../../src/ir/index.js";
import { generate } from "../../src/pipeline/run/generate.js";
import type { GenerateResult } from "../../src/pipeline/run/generate-run.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** An app of `fixtures/` in a temporary folder, in which `@base44/sdk` is the real one. */
export function copyOf(fixture: string): string {
  const folder = temporaryFolder("impact");
  cpSync(join(root, "fixtures", fixture), folder, { recursive: true });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  return folder;
}

/** How an app's code is generated. */
interface How {
  language: "ts" | "js";
  errors?: "result" | "throw";
}

/** The app's API in both versions, and how they differ; afterwards the app has the code of the version after. */
export async function regenerated(folder: string, how: How): Promise<ImpactInput> {
  const before = await generated(folder, "before", how);
  const after = await generated(folder, "after", how);
  const changes = diffApis(before.api, after.api);
  return {
    root: folder,
    apis: [{ slug: "book", fileName: "book", before: namesIn(before.api), after: namesIn(after.api), changes }],
    before: before.files,
    after: async () => after.files,
  };
}

async function generated(folder: string, version: "before" | "after", { language, errors = "result" }: How) {
  const output = join(folder, "src/api/generated");
  const result: GenerateResult = await generate({
    apis: [{ name: "book", spec: join(folder, `specs/${version}.yaml`), operations: "all", cwd: folder }],
    folder,
    output,
    errors,
    language,
    client: false,
    anyNumber: true,
    force: true,
    dryRun: false,
    progress: () => {},
  });
  const [made] = result.apis;
  if (!made) throw new Error("Nothing was generated.");
  const paths = readdirSync(output).map((name) => join(output, name));
  return { api: made.api, files: new Map(paths.map((path) => [path, readFileSync(path, "utf8")] as const)) };
}

function namesIn({ operations }: Api): Map<string, string> {
  return new Map(operations.map(({ id, name }) => [id, name]));
}

/** A line of an app's source, with a mark that says what is to be found there. */
export interface Mark {
  place: string;
  kinds: string;
  /** True where the compiler by itself says nothing. */
  isRaw: boolean;
}

/** The lines that end with a comment such as `// breaks: response-property-removed`. */
export function marked(folder: string, word: "breaks" | "untold"): Mark[] {
  return sourcesIn(join(folder, "src")).flatMap((path) => {
    const lines = readFileSync(path, "utf8").split("\n");
    return lines.flatMap((line, index) => {
      const [, kinds, raw] = new RegExp(`${word}: ([a-z-]+(?:, [a-z-]+)*)( \\(raw\\))?`).exec(line) ?? [];
      const file = relative(folder, path).split(sep).join("/");
      return kinds ? [{ place: `${file}:${index + 1}`, kinds, isRaw: raw !== undefined }] : [];
    });
  });
}

function sourcesIn(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((one, other) => (one.name < other.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "generated" ? [] : sourcesIn(path);
    return [path];
  });
}

/** What was found, in the words of the marks. */
export function found(places: Impact["places"]): string[] {
  return places.map(({ file, line, changes }) => {
    return `${file}:${line} ${[...new Set(changes.map(({ kind }) => kind))].sort().join(", ")}`;
  });
}
