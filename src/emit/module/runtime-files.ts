import invokeSource from "../../runtime/app/b44.invoke.ts?source";
import runtimeSource from "../../runtime/app/b44.runtime.ts?source";
import streamSource from "../../runtime/app/b44.stream.ts?source";
import type { OutputFile } from "../output.js";

type Source = typeof runtimeSource;

/** Emits the runtime of the app's modules: what every call needs, and what calls through functions need besides. */
export function emitRuntime(options: { language: "ts" | "js"; hasFunctions: boolean }): OutputFile[] {
  const files = (name: string, source: Source): OutputFile[] => {
    if (options.language === "ts") return [{ path: `${name}.ts`, text: source.ts, language: "ts", api: null }];
    return [
      { path: `${name}.js`, text: source.js, language: "js", api: null },
      { path: `${name}.d.ts`, text: source.dts, language: "dts", api: null },
    ];
  };
  const ofFunctions = [...files("b44.invoke", invokeSource), ...files("b44.stream", streamSource)];
  return [...files("b44.runtime", runtimeSource), ...(options.hasFunctions ? ofFunctions : [])];
}
