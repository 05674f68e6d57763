import type { CatalogueEntry } from "./entry.js";

/** B44-4xx: schemas and the types made from them. */
export const schemaCatalogue = {
  "B44-401": {
    severity: "warning",
    title: "Schema not understood",
    cause:
      "A schema, or a part of one, is not a JSON Schema, or is a `$dynamicRef` that leads to another schema for each user of the schema that it stands in: it is typed `unknown`, or left out of a schema that is one, or taken for what the message says.",
    help: "Mend the schema in the spec to get a better type.",
  },
  "B44-402": {
    severity: "warning",
    title: "Schema refers only to itself",
    cause: "A schema is defined by nothing but a reference that leads back to it, which allows any value.",
    help: "Mend the schema in the spec to get a better type.",
  },
  "B44-403": {
    severity: "warning",
    title: "Choices have too many combinations",
    cause:
      "Choices that must hold together, as `allOf` of several `oneOf` has them, combine in 100,000 ways or more, which TypeScript refuses to multiply out. Some of them are in the type; in the place of the others, it takes any object, or any value where they are not of objects alone.",
    help: "Describe the value by fewer or shorter choices in the spec to get a better type.",
  },
} satisfies Record<string, CatalogueEntry>;
