import { ts } from "ts-morph";
import { getOrInsert } from "../../../collections/index.js";

/** Matches `from "x"`, `import "x"`, `import("x")` and `require("x")` in text that is not parsed. */
const SPECIFIER = /\b(?:from|import|require)\s*\(?\s*(["'])([^"'\n]+)\1/g;
const RAW_CALL = /\bcustom\b[\s\S]{0,60}?\bcall\b/;

/** The input of {@link filesToCheck}. */
interface ImportGraphInput {
  /** The app's own files. */
  files: ReadonlyMap<string, string>;
  /** The text of the generated files, by path. */
  generated: ReadonlyMap<string, string>;
  options: ts.CompilerOptions;
}

/**
 * Returns the files that changes of generated code can break, in the order of `files`: those that import it, directly
 * or through other files of the app, and those that may contain a raw `custom.call`, with the files that import them.
 */
export function filesToCheck({ files, generated, options }: ImportGraphInput): string[] {
  const known = (path: string) => files.has(path) || generated.has(path);
  const importers = new Map<string, string[]>();
  for (const [path, text] of files) {
    for (const specifier of specifiersOf(text)) {
      const target = resolved({ specifier, from: path, options, known });
      if (target) getOrInsert(importers, target, () => []).push(path);
    }
  }
  const raw = [...files].filter(([, text]) => RAW_CALL.test(text)).map(([path]) => path);
  const reached = new Set<string>(raw);
  const open = [...generated.keys(), ...raw];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    const fresh = (importers.get(path) ?? []).filter((importer) => !reached.has(importer));
    for (const importer of fresh) reached.add(importer);
    open.push(...fresh);
  }
  return [...files.keys()].filter((path) => reached.has(path));
}

function specifiersOf(text: string): Set<string> {
  return new Set([...text.matchAll(SPECIFIER)].map(([, , specifier = ""]) => specifier));
}

/** Resolves a specifier to a file of the app. Packages are not resolved. */
function resolved(request: {
  specifier: string;
  from: string;
  options: ts.CompilerOptions;
  known: (path: string) => boolean;
}): string | undefined {
  const { specifier, from, options, known } = request;
  const aliases = Object.keys(options.paths ?? {}).map((pattern) => pattern.split("*")[0] ?? "");
  const isLocal = /^[./]/.test(specifier) || aliases.some((prefix) => specifier.startsWith(prefix));
  if (!isLocal && options.baseUrl === undefined) return undefined;
  const host = {
    fileExists: known,
    readFile: () => undefined,
    directoryExists: () => true,
    // Used if aliases do not come from a file. They are absolute then.
    getCurrentDirectory: () => "/",
  };
  return ts.resolveModuleName(specifier, from, options, host).resolvedModule?.resolvedFileName;
}
