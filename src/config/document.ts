import * as z from "zod";
import { configSchema } from "./schema/index.js";
import { notesOf, unwrapSchema } from "./validate/walk.js";

/** The documentation of a key of the config. */
interface KeyDocumentation {
  /** From the root, with `*` for the name of an API: `apis.*.spec`. */
  path: string;
  /** The type in TypeScript. */
  type: string;
  required: boolean;
  /** The default as JSON, or in words if it depends on the project. Undefined if there is none. */
  default: string | undefined;
  description: string;
}

/** Returns every key of the config, parents before children. */
export function describeConfig(): KeyDocumentation[] {
  return describeChildren(configSchema, "");
}

function describeChildren(schema: z.core.$ZodType, prefix: string): KeyDocumentation[] {
  const inner = unwrapSchema(schema);
  if (inner instanceof z.ZodUnion) {
    const forms = inner.options.filter((option) => option instanceof z.ZodObject).length;
    const children = inner.options.flatMap((option) => describeChildren(option, prefix));
    return forms > 1 ? children.map((child) => ({ ...child, required: false })) : children;
  }
  return keysOf(inner).flatMap(([key, child]) => {
    const path = `${prefix}${key}`;
    const notes = notesOf(child);
    if (!notes) throw new Error(`No notes for the config key ${path}`);
    const { type, description, absent } = notes;
    const fallback = child instanceof z.ZodDefault ? JSON.stringify(child.def.defaultValue) : absent;
    const required = key !== "*" && !(child instanceof z.ZodDefault) && !(child instanceof z.ZodOptional);
    return [{ path, type, required, default: fallback, description }, ...describeChildren(child, `${path}.`)];
  });
}

/** Returns the keys of an object's schema; `*` for the keys of a record. */
function keysOf(schema: z.core.$ZodType): [string, z.core.$ZodType][] {
  if (schema instanceof z.ZodObject) return Object.entries(schema.shape);
  return schema instanceof z.ZodRecord ? [["*", schema.valueType]] : [];
}

/** Returns the reference part of docs/config.md: a table of every key. */
export function configMarkdown(): string {
  const rows = describeConfig().map((key) => {
    const fallback = key.required ? "required" : (key.default ?? "");
    const shown = isJson(key.default) ? `\`${fallback}\`` : fallback;
    return [`\`${key.path}\``, `\`${key.type}\``, shown, key.description];
  });
  const lines = [["Key", "Type", "Default", "What it is"], ["---", "---", "---", "---"], ...rows];
  return `${lines.map((cells) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`).join("\n")}\n`;
}

function isJson(fallback: string | undefined): boolean {
  return fallback !== undefined && /^(?:["[{]|\d|true|false)/.test(fallback);
}
