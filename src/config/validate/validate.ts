import { confidential, type Diagnostic, DiagnosticError, diagnostic } from "../../diagnostics/index.js";
import type { Config } from "../model/index.js";
import { configSchema } from "../schema/index.js";
import { type KeyLocator, keyLocator, pointerTo } from "../text/locate.js";
import { connectorFaults } from "./connectors.js";
import { emptyFaults } from "./empty.js";
import { entriesAt, valueAt } from "./entries.js";
import { dotted, type Fault, schemaFaults } from "./faults.js";
import { folderFaults } from "./folders.js";
import { idleSettings } from "./idle.js";
import { apiNameFaults, ownFunctionNameFaults } from "./names.js";
import { notesOf, schemaAt } from "./walk.js";

/** The unchecked value of a config, and its origin. */
interface UncheckedConfig {
  /** What the config exports. */
  value: unknown;
  /** The config's text, in which keys are located. */
  text: string;
  /** True if the text is JSON, so that every key is in it. */
  json: boolean;
  /** The file's name in messages. */
  file: string;
}

/**
 * Checks a config and fills in the defaults. Settings without effect are warnings (B44-504).
 * @throws DiagnosticError with every fault in the order of the text: B44-504, B44-505 for API names, B44-509 for values
 * that look like secrets, and B44-320 for connectors of another kind than the config says.
 */
export function validateConfig(config: UncheckedConfig): { config: Config; warnings: Diagnostic[] } {
  const locator = keyLocator(config.text, config);
  const result = configSchema.safeParse(config.value, { error: () => "" });
  const wrong = result.success ? [] : schemaFaults(result.error.issues, config.value);
  const faults = [
    ...wrong,
    ...emptyFaults(config.value, wrong),
    ...apiNameFaults(entriesAt(config.value, "apis").map(([name]) => name)),
    ...ownFunctionNameFaults(entriesAt(config.value, "functions").map(([name]) => name)),
    ...folderFaults(config.value),
    ...connectorFaults(config.value, wrong),
    ...repetitions(config.value, locator),
  ];
  const locate = (fault: Fault) => located(fault, { config, locator });
  if (result.success && faults.length === 0) {
    const idle = idleSettings(result.data, config.value).map(locate);
    return { config: result.data, warnings: idle.map((item) => ({ ...item, severity: "warning" })) };
  }
  const diagnostics = faults.map(locate);
  throw new DiagnosticError(diagnostics.sort(inTextOrder));
}

/**
 * Returns the faults of repeated keys. In JavaScript, something that looks like a key counts only if the config has it.
 */
function repetitions(config: unknown, locator: KeyLocator): Fault[] {
  const repeated = locator.repeated().filter((path) => valueAt(config, path) !== undefined);
  return repeated.map((path) => {
    return { code: "B44-504", path, message: `\`${dotted(path)}\` occurs twice.`, help: "Remove one of them." };
  });
}

function located(fault: Fault, where: { config: UncheckedConfig; locator: KeyLocator }): Diagnostic {
  const position = where.locator.locate(fault.path);
  const found = diagnostic(fault.code, {
    message: fault.message,
    help: fault.help,
    location: {
      file: where.config.file,
      ...(where.config.json ? { pointer: pointerTo(fault.path) } : {}),
      ...position,
    },
  });
  return isConfidential(fault) ? confidential(found) : found;
}

/** Whether a fault is in a part of the config that may contain a secret. */
function isConfidential({ code, path }: Fault): boolean {
  const schemas = path.map((_, index) => schemaAt(configSchema, path.slice(0, index + 1)));
  return code === "B44-509" || schemas.some((schema) => schema !== undefined && notesOf(schema)?.confidential === true);
}

function inTextOrder(a: Diagnostic, b: Diagnostic): number {
  const line = (a.location?.line ?? 0) - (b.location?.line ?? 0);
  return line !== 0 ? line : (a.location?.column ?? 0) - (b.location?.column ?? 0);
}
