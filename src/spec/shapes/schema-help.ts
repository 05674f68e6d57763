import type { Json } from "../../json/index.js";
import { meantTypeName } from "../type-names.js";

/** The help for another value in the place of a schema, which is often the bare name of a type. */
export function schemaHelp(value: Json): string {
  const type = typeof value === "string" ? meantTypeName(value) : undefined;
  return type === undefined
    ? "Write a schema, such as `{ type: string }`, or a `$ref` to one."
    : `Write \`{ type: ${type} }\` there.`;
}
