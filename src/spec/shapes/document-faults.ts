import { closest } from "../../diagnostics/index.js";
import { isObject, type Json, type JsonObject, member, objectMember } from "../../json/index.js";
import { COMPONENT_FIELDS, MOVED_SECTIONS } from "../component-sections.js";
import type { SpecFamily } from "../model.js";
import type { ShapeFault } from "./shape-faults.js";
import { shown } from "./values.js";

/** Where Swagger 2.0 keeps objects by name ("Swagger Object"). */
const IN_ROOT = MOVED_SECTIONS.map(([swagger]) => swagger);

/**
 * Finds sections for named objects that are not objects, and misspelt fields of the root and the components (B44-113): references into
 * them are broken. Null counts as absent.
 */
export function documentFaults(root: JsonObject, family: SpecFamily): ShapeFault[] {
  const holders: [holder: JsonObject, tokens: string[], keys: readonly string[]][] = [
    [root, [], [...IN_ROOT, "components"]],
    [objectMember(root, "components") ?? {}, ["components"], COMPONENT_FIELDS],
  ];
  return holders.flatMap(([holder, tokens, keys]) => [
    ...keys.flatMap((key) => fault(member(holder, key) ?? null, [...tokens, key])),
    ...misspelt(holder, tokens, holder === root ? FIELDS[family === "2.0" ? "2.0" : "3"] : keys),
  ]);
}

/** The fields of the root that affect calls, without `paths`. */
const FIELDS = { "2.0": [...IN_ROOT, "security"], "3": ["components", "security", "servers"] };

/** The share of a name that may be misspelt. */
const MISSPELT = 1 / 5;

/** The faults of unknown fields that are likely misspellings of a missing one. */
function misspelt(holder: JsonObject, tokens: string[], keys: readonly string[]): ShapeFault[] {
  const missing = keys.filter((key) => !Object.hasOwn(holder, key));
  return Object.keys(holder).flatMap((key) => {
    if (keys.includes(key) || key.length > LONGEST || key.startsWith("x-") || isEmpty(holder[key])) return [];
    const meant = closest(key, missing, MISSPELT);
    if (meant === undefined) return [];
    const problem = `${tokens.length === 0 ? "the document" : `\`${tokens.join(".")}\``} has no field ${JSON.stringify(key)}; it is ignored`;
    return [{ code: "B44-113", problem, tokens: [...tokens, key], help: `Did you mean \`${meant}\`?` }];
  });
}

function isEmpty(value: Json | undefined): boolean {
  return typeof value === "object" && Object.keys(value ?? {}).length === 0;
}

/** Longer names are not compared: no field has one. */
const LONGEST = 25;

function fault(value: Json, tokens: string[]): ShapeFault[] {
  if (value === null || isObject(value)) return [];
  const problem = `\`${tokens.join(".")}\` is ${shown(value)}, but must be an object; it is ignored`;
  return [{ code: "B44-113", problem, tokens, help: "Write an object with the names as its keys." }];
}
