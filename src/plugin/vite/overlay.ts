import { resolve } from "node:path";
import { type Diagnostic, errorsOf } from "../../diagnostics/index.js";
import { isNoFile } from "../../files/index.js";
import { frameOf } from "../message.js";
import type { ErrorPayload } from "./model.js";

/** The message for Vite's overlay: the first error with its place and source, the others by their messages. */
export function errorPayload(diagnostics: readonly Diagnostic[]): ErrorPayload {
  const [first, ...others] = errorsOf(diagnostics);
  const lines = [first, ...others].flatMap((item) => (item ? `${item.code} ${item.message}` : []));
  const { location, help = "" } = first ?? {};
  const isFile = location !== undefined && !isNoFile(location.file);
  const file = isFile ? resolve(location.file) : location?.file;
  const frame = first && frameOf(first, diagnostics);
  return {
    type: "error",
    err: {
      message: [...lines, help].filter((line) => line !== "").join("\n"),
      stack: "",
      plugin: "b44-gen",
      ...(file === undefined ? {} : { id: file }),
      ...(frame ? { frame } : {}),
      ...(file !== undefined && location?.line !== undefined
        ? { loc: { file, line: location.line, column: location.column ?? 1 } }
        : {}),
    },
  };
}
