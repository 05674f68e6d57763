import { type Diagnostic, DiagnosticError, diagnostic } from "../../diagnostics/index.js";
import type { Config } from "../model.js";
import { configSchema } from "../schema.js";
import { type KeyLocator, keyLocator } from "../text/locate.js";
import { dotted, type Fault, schemaFaults } from "./faults.js";
import { nameFaults } from "./names.js";

export interface UncheckedConfig {
  /** What the config exports. */
  value: unknown;
  /** The config's text, to find keys in. */
  text: string;
  /** Whether the text is JSON, so that every key is in it. */
  json: boolean;
  /** How messages name the file. */
  file: string;
}

/**
 * Checks a config and fills in the defaults.
 * @throws DiagnosticError with every fault in the order of the text: B44-504, and B44-505 for API names.
 */
export function validateConfig(config: UncheckedConfig): Config {
  const locator = keyLocator(config.text, config);
  const result = configSchema.safeParse(config.value, { error: () => "" });
  const faults = [
    ...(result.success ? [] : schemaFaults(result.error.issues, config.value)),
    ...nameFaults(apiNames(config.value)),
    ...(config.json ? repetitions(locator) : []),
  ];
  if (result.success && faults.length === 0) return result.data;
  const diagnostics = faults.map((fault) => located(fault, { config, locator }));
  throw new DiagnosticError(diagnostics.sort(inTextOrder));
}

function apiNames(value: unknown): string[] {
  if (typeof value !== "object" || value === null || !("apis" in value)) return [];
  const { apis } = value;
  return typeof apis === "object" && apis !== null && !Array.isArray(apis) ? Object.keys(apis) : [];
}

function repetitions(locator: KeyLocator): Fault[] {
  return locator.repeated().map((path) => {
    return { code: "B44-504", path, message: `\`${dotted(path)}\` is there twice.`, help: "Remove one of the two." };
  });
}

function located(fault: Fault, where: { config: UncheckedConfig; locator: KeyLocator }): Diagnostic {
  const position = where.locator.locate(fault.path);
  return diagnostic(fault.code, {
    message: fault.message,
    help: fault.help,
    location: {
      file: where.config.file,
      ...(where.config.json ? { pointer: pointerTo(fault.path) } : {}),
      ...position,
    },
  });
}

function pointerTo(path: Fault["path"]): string {
  return path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

function inTextOrder(a: Diagnostic, b: Diagnostic): number {
  const line = (a.location?.line ?? 0) - (b.location?.line ?? 0);
  return line !== 0 ? line : (a.location?.column ?? 0) - (b.location?.column ?? 0);
}
