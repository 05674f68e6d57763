import { type JsonObject, member, stringMember } from "../../json/index.js";
import type { SpecFamily } from "../model.js";
import type { Changes } from "./copy-on-write.js";

const styles = new Map([
  ["ssv", "spaceDelimited"],
  ["pipes", "pipeDelimited"],
  ["tsv", "tabDelimited"],
]);

/**
 * How a list is written into a parameter, header or form field: Swagger 2.0's `collectionFormat` (csv when it is not
 * said) as the `style` and `explode` of OpenAPI 3.1, "Style Values". Nothing for what is not a list.
 */
export function collectionStyle(typed: JsonObject, location: string, family: SpecFamily): Changes {
  const format = stringMember(typed, "collectionFormat");
  if (!isList(typed) || (family !== "2.0" && format === undefined)) return new Map();
  const simple = location === "path" || location === "header";
  if (format === "multi" && !simple) return style("form", true);
  return style(styles.get(format ?? "csv") ?? (simple ? "simple" : "form"), false);
}

function style(name: string, explode: boolean): Changes {
  return new Map<string, string | boolean>([
    ["style", name],
    ["explode", explode],
  ]);
}

function isList(typed: JsonObject): boolean {
  const type = member(typed, "type") ?? (Object.hasOwn(typed, "items") ? "array" : undefined);
  return type === "array" || (Array.isArray(type) && type.includes("array"));
}
