import { byCodeUnit } from "../../files/index.js";
import type { InputDocument, Lock } from "./model.js";

/**
 * Returns the lock's text: JSON with two spaces, keys and documents sorted by code units, LF line endings, and a line
 * ending at the end. Equal locks have equal texts on every system and in every locale.
 */
export function formatLock(lock: Lock): string {
  const { config } = lock;
  const apis = Object.entries(lock.apis).map(([name, api]) => [name, { ...api, documents: sorted(api.documents) }]);
  const ordered = {
    ...lock,
    ...(lock.documents ? { documents: sorted(lock.documents) } : {}),
    ...(config ? { config: { ...config, inputs: sorted(config.inputs) } } : {}),
    apis: Object.fromEntries(apis),
  };
  return `${stableJson(ordered)}\n`;
}

/** Returns a value as JSON with two spaces and sorted keys. Members that are undefined are left out. */
export function stableJson(value: unknown, indent = ""): string {
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    return bracketed(
      "[",
      "]",
      indent,
      value.map((item) => stableJson(item, inner)),
    );
  }
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([one], [other]) => byCodeUnit(one, other))
      .map(([key, member]) => `${JSON.stringify(key)}: ${stableJson(member, inner)}`);
    return bracketed("{", "}", indent, members);
  }
  return JSON.stringify(value ?? null);
}

function bracketed(open: string, close: string, indent: string, items: string[]): string {
  if (items.length === 0) return open + close;
  return `${open}\n${items.map((item) => `${indent}  ${item}`).join(",\n")}\n${indent}${close}`;
}

function sorted(documents: InputDocument[]): InputDocument[] {
  return [...documents].sort((one, other) => byCodeUnit(one.path, other.path));
}
