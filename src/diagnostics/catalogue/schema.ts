import type { CatalogueEntry } from "./entry.js";

/** B44-4xx: schemas and the types made from them. */
export const schemaCatalogue = {
  "B44-401": {
    severity: "warning",
    title: "Invalid schema",
    cause:
      "A schema, or part of one, is not valid JSON Schema, or is a `$dynamicRef` whose target depends on which schema uses it. It is typed `unknown`, ignored, or read as the message says.",
    help: "Fix the schema in the spec to get a better type.",
  },
  "B44-402": {
    severity: "warning",
    title: "Schema defined by itself",
    cause: "A schema is defined by a reference that leads back to it. Such a reference allows any value.",
    help: "Fix the schema in the spec to get a better type.",
  },
  "B44-403": {
    severity: "warning",
    title: "Too many combinations of alternatives",
    cause:
      "Alternatives that apply together, such as an `allOf` of several `oneOf`, combine in 100,000 ways or more, which TypeScript does not expand. The type has some of them. For the others it accepts any object, or any value if they are not all objects.",
    help: "Describe the value with fewer alternatives in the spec to get a better type.",
  },
} satisfies Record<string, CatalogueEntry>;
