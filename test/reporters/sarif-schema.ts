/**
 * The part of SARIF 2.1.0's schema that b44-gen's logs use, with what it requires: names of properties, types, and values.
 * Nothing else may be there, so that a misspelt property is found.
 */
const text = { type: "string", minLength: 1 };
const message = closed({ text }, ["text"]);
const level = { enum: ["none", "note", "warning", "error"] };

const region = closed({ startLine: { type: "integer", minimum: 1 }, startColumn: { type: "integer", minimum: 1 } }, [
  "startLine",
]);

const artifactLocation = closed(
  { uri: { type: "string", pattern: "^[^ #%]*(?:%[0-9A-F]{2}[^ #%]*)*$" }, uriBaseId: text },
  ["uri"],
);

const location = closed({
  physicalLocation: closed({ artifactLocation, region }, ["artifactLocation"]),
  logicalLocations: { type: "array", uniqueItems: true, items: closed({ fullyQualifiedName: text }) },
});

const rule = closed(
  {
    id: text,
    shortDescription: message,
    fullDescription: message,
    help: message,
    defaultConfiguration: closed({ level }),
  },
  ["id"],
);

const result = closed(
  {
    ruleId: text,
    ruleIndex: { type: "integer", minimum: 0 },
    level,
    message,
    locations: { type: "array", items: location },
    partialFingerprints: { type: "object", additionalProperties: { type: "string" } },
  },
  ["message"],
);

const run = closed(
  {
    tool: closed(
      {
        driver: closed({ name: text, version: text, rules: { type: "array", uniqueItems: true, items: rule } }, [
          "name",
        ]),
      },
      ["driver"],
    ),
    columnKind: { enum: ["utf16CodeUnits", "unicodeCodePoints"] },
    originalUriBaseIds: { type: "object", additionalProperties: closed({ description: message }) },
    results: { type: "array", items: result },
  },
  ["tool"],
);

/** The schema, for ajv. */
export const sarifSchema: object = closed(
  { $schema: { type: "string" }, version: { const: "2.1.0" }, runs: { type: "array", items: run } },
  ["version", "runs"],
);

function closed(properties: Record<string, object>, required: string[] = []): object {
  return { type: "object", properties, required, additionalProperties: false };
}
