import { type Changes, type JsonObject, member, objectMember, stringMember } from "../../json/index.js";
import type { SpecFamily } from "../model.js";
import { meantTypeName } from "../type-names.js";
import type { UpgradeContext } from "./context.js";

const styles = new Map([
  ["ssv", "spaceDelimited"],
  ["pipes", "pipeDelimited"],
  ["tsv", "tabDelimited"],
]);

/**
 * Returns the `style` and `explode` of OpenAPI 3.1 ("Style Values") for Swagger 2.0's `collectionFormat` (csv by default) of a
 * parameter, header or form field. No changes if it is not an array.
 */
export function collectionStyle(typed: JsonObject, location: string, family: SpecFamily): Changes {
  const format = stringMember(typed, "collectionFormat")?.toLowerCase();
  if (!isList(typed) || (family !== "2.0" && format === undefined)) return new Map();
  const simple = location === "path" || location === "header";
  if (format === "multi" && !simple) return written({ style: "form", explode: true });
  return written({ style: styles.get(format ?? "csv") ?? (simple ? "simple" : "form"), explode: false });
}

/** The values of `collectionFormat` (Swagger 2.0, "Parameter Object"). */
const FORMATS = ["csv", "ssv", "tsv", "pipes", "multi"];

/** Reports an invalid `collectionFormat` of a parameter or form field (B44-113). */
export function reportCollectionFormat(typed: JsonObject, context: UpgradeContext): void {
  const format = stringMember(typed, "collectionFormat");
  if (format === undefined || FORMATS.includes(format.toLowerCase()) || !isList(typed)) return;
  const written = JSON.stringify(format.slice(0, 40));
  const message = `The \`collectionFormat\` of ${JSON.stringify(stringMember(typed, "name"))} is ${written}, which is not valid; it is read as csv.`;
  context.report("B44-113", message, typed, { key: "collectionFormat", help: `Write one of ${FORMATS.join(", ")}.` });
}

/**
 * Reports a parameter or form field with an array of arrays: the inner ones are sent as JSON (B44-330), because OpenAPI 3.1 has no
 * style for the `collectionFormat` of an "Items Object".
 */
export function reportNestedLists(typed: JsonObject, context: UpgradeContext): void {
  const items = objectMember(typed, "items");
  if (context.family !== "2.0" || !items || !isList(typed) || !isList(items)) return;
  const message = `The inner arrays of ${JSON.stringify(stringMember(typed, "name"))} are sent as JSON, not by their \`collectionFormat\`.`;
  context.report("B44-330", message, typed, { key: "items" });
}

function written(members: { style: string; explode: boolean }): Changes {
  return new Map<string, string | boolean>(Object.entries(members));
}

function isList(typed: JsonObject): boolean {
  const type = member(typed, "type") ?? (Object.hasOwn(typed, "items") ? "array" : undefined);
  return [type].flat().some((name) => typeof name === "string" && meantTypeName(name) === "array");
}
