import invokeSource from "../../runtime/app/b44.invoke.ts?source";
import runtimeSource from "../../runtime/app/b44.runtime.ts?source";
import streamSource from "../../runtime/app/b44.stream.ts?source";
import { moduleFiles } from "../module-files.js";
import type { OutputFile } from "../output.js";

/**
 * Emits the runtime of the app's modules: what every call needs, and with `hasFunctions`, what calls through functions
 * need.
 */
export function emitRuntime({
  language,
  hasFunctions,
}: {
  language: "ts" | "js";
  hasFunctions: boolean;
}): OutputFile[] {
  const sources = {
    "b44.runtime": runtimeSource,
    ...(hasFunctions ? { "b44.invoke": invokeSource, "b44.stream": streamSource } : {}),
  };
  return Object.entries(sources).flatMap(([path, source]) => moduleFiles({ path, language }, (each) => source[each]));
}
