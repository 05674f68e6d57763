import { setMember } from "../../../src/json/index.js";
import { property, thing } from "./places.js";
import { at, isInherited, key, member, type Position } from "./position.js";

/** A JSON pointer's token (RFC 6901, section 3), as it stands in a URI fragment. */
function token(text: string): string {
  return encodeURIComponent(
    text
      .replaceAll("~", "~0")
      .replaceAll("/", "~1")
      .replace(/\p{Surrogate}/gu, "\ufffd"),
  );
}

/** Of schemas. */
export const SCHEMAS: Position[] = [
  {
    name: "schema name",
    put: (document, text) => {
      // Not a name that a random text may be too: the same name twice is another shape.
      const properties = { fullName: { type: "string" } };
      setMember(at(document, "components", "schemas"), text, { type: "object", properties });
      setMember(at(document, ...property("owner")), "$ref", `#/components/schemas/${token(text)}`);
    },
  },
  member("schema title", thing, "title"),
  member("schema description", thing, "description"),
  {
    ...key("property", [...thing, "properties"], () => ({ type: "string", description: "One more." })),
    // A payload that may have a member of such a name is sent as another kind of object.
    isSpecial: (text) => isInherited(text) || text === "prototype",
  },
  { name: "required", put: (document, text) => setMember(at(document, ...thing), "required", ["id", text]) },
  member("property description", property("id"), "description"),
  { name: "enum", put: (document, text) => setMember(at(document, ...property("kind")), "enum", ["small", text]) },
  {
    name: "x-enum-varnames",
    put: (document, text) => setMember(at(document, ...property("kind")), "x-enum-varnames", [text, "b"]),
  },
  member("const", property("fixed"), "const"),
  member("default", property("code"), "default"),
  member("default of an enum", property("kind"), "default"),
  member("example", property("code"), "example"),
  member("example of a named schema", thing, "example"),
  member("format of a named schema", thing, "format"),
  {
    name: "examples",
    put: (document, text) => setMember(at(document, ...property("code")), "examples", [text, { a: text }]),
  },
  member("pattern", property("code"), "pattern"),
  key("pattern of properties", property("more"), (text) => ({ [text]: { type: "string" } })),
  member("format", property("code"), "format"),
  {
    ...member("type", property("code"), "type"),
    // An array of whatever stands in the brackets.
    isSpecial: (text) => /^\[.+\]$/s.test(text),
  },
  member("schema's external docs", [...thing, "externalDocs"], "url"),
  {
    ...member("$ref to a schema", property("owner"), "$ref"),
    // The document itself (RFC 3986, section 4.4).
    isSpecial: (text) => text.trim() === "",
  },
  {
    name: "$ref into the document",
    put: (document, text) => setMember(at(document, ...property("owner")), "$ref", `#/components/schemas/${text}`),
  },
  {
    name: "$ref to a file",
    put: (document, text) => setMember(at(document, ...property("owner")), "$ref", `./${text}`),
  },
  member("discriminator", ["components", "schemas", "Pet", "discriminator"], "propertyName"),
  key(
    "discriminator value",
    ["components", "schemas", "Pet", "discriminator", "mapping"],
    () => "#/components/schemas/Cat",
  ),
  member("discriminator mapping", ["components", "schemas", "Pet", "discriminator", "mapping"], "cat"),
];
