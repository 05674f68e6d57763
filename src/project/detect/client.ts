import { join } from "node:path";
import { dotRelativePath, readText } from "../../files/index.js";
import { projectModule } from "./project-module.js";

/** The app's Base44 client. */
export interface Client {
  /**
   * The module to import it from, as {@link projectModule} returns it. {@link clientImport} makes the specifier for a
   * particular file from it.
   */
  module: string;
  /** Absolute. */
  file: string;
  /** The name of the export. */
  export: string;
}

const EXPORT = "base44";
const EXTENSIONS = [".ts", ".tsx", ".js", ".jsx"];
const DECLARED = /^[ \t]*export\s+(?:declare\s+)?(?:const|let|var|class|(?:async\s+)?function)\s+base44\b/m;
const LISTED = /^[ \t]*export\s*\{([^}]*)\}/gm;

/** Finds the client's file name among the names in src/api. TypeScript comes before JavaScript. */
export function clientFileName(names: Set<string>): string | undefined {
  return EXTENSIONS.map((extension) => `base44Client${extension}`).find((name) => names.has(name));
}

/** Reads the client; undefined if its module has no export `base44`. `atFolders` is what `@/*` is mapped to. */
export async function readClient(root: string, file: string, atFolders: string[]): Promise<Client | undefined> {
  const text = (await readText(file)) ?? "";
  if (!exportsClient(text)) return undefined;
  return { module: projectModule(file, { root, atFolders }), file, export: EXPORT };
}

/**
 * Returns the module specifier with which a file in `folder` (absolute) imports the client of the project at `root`.
 */
export function clientImport(client: Client, root: string, folder: string): string {
  if (!client.module.startsWith("./")) return client.module;
  return dotRelativePath(folder, join(root, client.module));
}

function exportsClient(text: string): boolean {
  if (DECLARED.test(text)) return true;
  const names = [...text.matchAll(LISTED)].flatMap(([, list]) => (list ?? "").split(","));
  return names.some((name) => /^(?:base44|[\w$]+\s+as\s+base44)$/.test(name.trim()));
}
