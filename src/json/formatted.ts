import type { Json } from "./json.js";

/** The line length that Prettier and Biome have by default. */
const WIDTH = 80;

/**
 * JSON as Prettier and Biome write it by default, so that neither changes a file that has it: two spaces, one member a
 * line, and an array of strings and numbers on one line where it fits.
 */
export function formattedJson(value: Json): string {
  return formatted(value, { indent: "", around: 0 });
}

/** `around`: how many characters stand on the line before and after the value, beside the indent. */
function formatted(value: Json, { indent, around }: { indent: string; around: number }): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  if (!Array.isArray(value)) {
    const members = Object.entries(value);
    const lines = members.map(([key, member], index) => {
      const name = `${JSON.stringify(key)}: `;
      const comma = index < members.length - 1 ? 1 : 0;
      return `${name}${formatted(member, { indent: inner, around: name.length + comma })}`;
    });
    return bracketed("{}", lines, indent);
  }
  const items = value.map((item, index) =>
    formatted(item, { indent: inner, around: index < value.length - 1 ? 1 : 0 }),
  );
  const line = `[${items.join(", ")}]`;
  const isPlain = value.every((item) => typeof item !== "object" || item === null);
  return isPlain && indent.length + around + line.length <= WIDTH ? line : bracketed("[]", items, indent);
}

function bracketed(brackets: "{}" | "[]", items: readonly string[], indent: string): string {
  if (items.length === 0) return brackets;
  const [open, close] = brackets;
  return `${open}\n${items.map((item) => `${indent}  ${item}`).join(",\n")}\n${indent}${close}`;
}
