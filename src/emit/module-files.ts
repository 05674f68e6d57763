import type { OutputFile } from "./output.js";

/** The language of a module's file: TypeScript, or JavaScript and the declarations beside it. */
type ModuleLanguage = "ts" | "js" | "dts";

/** A module to write. */
interface Module {
  /** The path without an extension. */
  path: string;
  /** The app's language. */
  language: "ts" | "js";
  /** The API that the module belongs to; omitted if all APIs share it. */
  api?: string;
}

/** Returns the files of a module: one in TypeScript, or one in JavaScript and its declarations. */
export function moduleFiles(
  { path, language, api }: Module,
  textOf: (language: ModuleLanguage) => string,
): OutputFile[] {
  const written: readonly ModuleLanguage[] = language === "ts" ? ["ts"] : ["js", "dts"];
  return written.map((each) => {
    return { path: `${path}.${each === "dts" ? "d.ts" : each}`, text: textOf(each), language: each, api: api ?? null };
  });
}
