import { isObject, type Json, type JsonObject, member, objectMember } from "../../json/index.js";
import type { ShapeFault } from "./shape-faults.js";
import { shown } from "./values.js";

/** Where Swagger 2.0 keeps objects by name ("Swagger Object"). */
const IN_ROOT = ["definitions", "parameters", "responses", "securityDefinitions"];

/** The fields of the Components Object (OpenAPI 3.2.0, section 4.7). */
const IN_COMPONENTS = [
  "schemas",
  "responses",
  "parameters",
  "examples",
  "requestBodies",
  "headers",
  "securitySchemes",
  "links",
  "callbacks",
  "pathItems",
  "mediaTypes",
];

/**
 * What stands in a document where objects by name do, and is no object (B44-113): references lead to nothing in it. Null
 * is the same as nothing here.
 */
export function documentFaults(root: JsonObject): ShapeFault[] {
  const holders: [holder: JsonObject, tokens: string[], keys: string[]][] = [
    [root, [], [...IN_ROOT, "components"]],
    [objectMember(root, "components") ?? {}, ["components"], IN_COMPONENTS],
  ];
  return holders.flatMap(([holder, tokens, keys]) =>
    keys.flatMap((key) => fault(member(holder, key) ?? null, [...tokens, key])),
  );
}

function fault(value: Json, tokens: string[]): ShapeFault[] {
  if (value === null || isObject(value)) return [];
  const problem = `\`${tokens.join(".")}\` is ${shown(value)}, where an object has to stand; it is left out`;
  return [{ code: "B44-113", problem, tokens, help: "Write an object there, with the names as its keys." }];
}
