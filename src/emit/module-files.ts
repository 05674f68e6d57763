import type { OutputFile } from "./output.js";

/** What a module is written in: TypeScript, or JavaScript and the declarations beside it. */
type ModuleLanguage = "ts" | "js" | "dts";

/** A module that is to be written. */
interface Module {
  /** Its path without an extension. */
  path: string;
  /** The app's language. */
  language: "ts" | "js";
  /** The API that it belongs to; left out for a module that all share. */
  api?: string;
}

/** The files of a module: one in TypeScript, or one in JavaScript with its declarations. */
export function moduleFiles(
  { path, language, api }: Module,
  textOf: (language: ModuleLanguage) => string,
): OutputFile[] {
  const written: readonly ModuleLanguage[] = language === "ts" ? ["ts"] : ["js", "dts"];
  return written.map((each) => {
    return { path: `${path}.${each === "dts" ? "d.ts" : each}`, text: textOf(each), language: each, api: api ?? null };
  });
}
