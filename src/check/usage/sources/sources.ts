import { basename, relative, sep } from "node:path";
import { concurrently, readText } from "../../../files/index.js";
import { readStamp } from "../../../project/index.js";
import { appSources, isDeclarationFile } from "../../app-sources.js";

/** A source file of the app. */
export interface AppSource {
  /** Absolute. */
  file: string;
  text: string;
  /** True if the file is deployed with functions: it is in the functions folder or the shared one. */
  isBackend: boolean;
}

/** The folders to search for sources. Paths are absolute. */
interface SourceSearch {
  root: string;
  /** The folder of generated code. */
  output: string;
  /** The folder of functions and the shared folder; empty if the project has no backend. */
  backend: readonly string[];
  /** The generated modules and the index. A file that imports one of them is read even without the word base44. */
  modules: readonly string[];
}

/** Tests make wrong calls on purpose, and mock what does not exist. */
const TEST = /\.(?:test|spec|stories)\.[^.]+$|(?:^|[\\/])__(?:tests|mocks)__[\\/]/;
const LONGEST = 1_000_000;
/** The client's modules that are checked. Most files of an app use only entities and users. */
const CHECKED = /\b(?:connectors|custom|functions)\b/;

/**
 * Lists the app's own sources that may use Base44: those that use a checked module of its client or a generated module,
 * and all that are deployed with functions. Omits dependencies, build output, tests, declarations, generated files and
 * very long files. Sorted by file. Never rejects.
 */
export async function ownSources(search: SourceSearch): Promise<AppSource[]> {
  const files = (await appSources(search.root)).filter(
    (file) => !TEST.test(relative(search.root, file)) && !isDeclarationFile(file) && !isInside(search.output, file),
  );
  const modules = search.modules.map((module) => `/${basename(module)}`);
  const isOfInterest = (text: string) =>
    (text.includes("base44") && CHECKED.test(text)) || modules.some((module) => text.includes(module));
  const texts = await concurrently(files, async (file): Promise<AppSource | undefined> => {
    const text = (await readText(file)) ?? "";
    const isBackend = search.backend.some((folder) => isInside(folder, file));
    if (text.length > LONGEST || !(isBackend || isOfInterest(text))) return undefined;
    return readStamp(text) ? undefined : { file, text, isBackend };
  });
  return texts.filter((text) => text !== undefined);
}

/** True if a path is a folder or inside it. */
export function isInside(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
