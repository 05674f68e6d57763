import { join } from "node:path";
import { byCodeUnit } from "../../files/index.js";
import { memberOf } from "../../json/index.js";
import type { BackendConnector, Found } from "./backend-model.js";
import { filesBelow } from "./files-below.js";
import { readJson5 } from "./read-json5.js";

/** The types that Base44's CLI accepts. */
const TYPE = /^[a-z0-9_-]+$/i;

/**
 * Reads the connector files directly in a connectors folder (`*.jsonc` and `*.json`). The result is sorted by type,
 * with each type once. It is incomplete if a file cannot be read or is not a connector file. Never rejects.
 */
export async function readConnectors(connectorsDir: string): Promise<Found<BackendConnector>> {
  const files = await filesBelow(connectorsDir, { wants: (name) => /\.jsonc?$/.test(name), enters: () => false });
  const names = [...files.items].sort(byCodeUnit);
  const read = await Promise.all(names.map((name) => readConnector(join(connectorsDir, name))));
  const valid = read.filter((one) => one !== undefined);
  const byType = new Map([...valid].reverse().map((one) => [one.type, one]));
  return {
    items: [...byType.values()].sort((one, other) => byCodeUnit(one.type, other.type)),
    isComplete: files.isComplete && valid.length === read.length,
  };
}

async function readConnector(file: string): Promise<BackendConnector | undefined> {
  const read = await readJson5(file);
  if (typeof read !== "object") return undefined;
  const type = memberOf(read.value, "type");
  const scopes = memberOf(read.value, "scopes") ?? [];
  if (typeof type !== "string" || !TYPE.test(type) || !Array.isArray(scopes)) return undefined;
  if (!scopes.every((scope) => typeof scope === "string")) return undefined;
  return { type, scopes, file };
}
