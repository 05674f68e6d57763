import { join } from "node:path";
import { scanSource, type Token } from "../../config/index.js";
import { byCodeUnit, readText } from "../../files/index.js";
import { readStamp } from "../stamp.js";
import type { Backend } from "./backend-model.js";
import { filesBelow } from "./files-below.js";

/** A place in a hand-written function that uses a connector by its type. */
interface ConnectorUse {
  type: string;
  /** Absolute. */
  file: string;
  /** From 1. */
  line: number;
}

/** The methods of the SDK that take the type of a connector; the last one is what older code calls. */
const METHODS = new Set(["getConnection", "callApi", "getAccessToken"]);

/**
 * Where the project's hand-written functions, and what they share, use a connector by its type, written as a string.
 * Files that b44-gen generated are left out. Sorted by file and line. Never rejects.
 */
export async function connectorUses(backend: Backend): Promise<ConnectorUse[]> {
  const search = { wants: (name: string) => /\.[jt]s$/.test(name), enters: (name: string) => name !== "node_modules" };
  const folders = [...new Set([backend.functionsDir, backend.sharedDir])];
  const found = await Promise.all(
    folders.map(async (folder) => (await filesBelow(folder, search)).items.map((path) => join(folder, path))),
  );
  const files = [...new Set(found.flat())].sort(byCodeUnit);
  const uses = await Promise.all(files.map(usesIn));
  return uses.flat();
}

async function usesIn(file: string): Promise<ConnectorUse[]> {
  const text = (await readText(file)) ?? "";
  if (readStamp(text)) return [];
  const { tokens } = scanSource(text);
  return tokens.flatMap(({ text: word, kind, start }, index) => {
    const type = kind === "word" && METHODS.has(word) ? onlyString(tokens, index + 1) : undefined;
    return type === undefined ? [] : [{ type, file, line: text.slice(0, start).split("\n").length }];
  });
}

/** The first argument of a call, whose type arguments or bracket come next, where it is a string and nothing more. */
function onlyString(tokens: readonly Token[], at: number): string | undefined {
  const open = tokens[at]?.text === "<" ? tokens.findIndex(({ text }, index) => index > at && text === ">") + 1 : at;
  const [bracket, argument, after] = tokens.slice(open, open + 3);
  const isAlone = bracket?.text === "(" && (after?.text === ")" || after?.text === ",");
  return isAlone && argument?.kind === "string" ? argument.text : undefined;
}
