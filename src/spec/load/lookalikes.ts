import { type JsonObject, resolvePointer } from "../../json/index.js";

/** A document of another kind that was given as a spec. */
interface Lookalike {
  /** What it is, with an article. */
  what: string;
  /** What to do, if it is more than to give another document. */
  help?: string;
}

const UNPACK = "Unpack it, and give the spec inside.";
const POSTMAN: Lookalike = {
  what: "a Postman collection",
  help: "Look for the OpenAPI spec that the API's owner publishes, or generate one from the collection in Postman.",
};

/** Files of other kinds, by the beginning of their text. */
const byBeginning: readonly [string | RegExp, Lookalike][] = [
  ["PK\x03\x04", { what: "a ZIP archive", help: UNPACK }],
  ["\x1f", { what: "a file compressed with gzip", help: UNPACK }],
  ["%PDF-", { what: "a PDF document" }],
  [
    "version https://git-lfs.github.com/spec/",
    { what: "a pointer of Git LFS", help: "Run `git lfs pull` to get the file itself." },
  ],
  ["#%RAML ", { what: "a RAML document" }],
  ["FORMAT: 1A", { what: "an API Blueprint" }],
  [/^\s*<.*["']http:\/\/(?:schemas\.xmlsoap\.org|www\.w3\.org\/ns)\/wsdl/s, { what: "a WSDL document" }],
  [/^\s*<(?:[?!]|[\w:]+[\s>])/, { what: "an XML document" }],
  [/^(?:\s|\/\/[^\n]*\n|\/\*(?:(?!\*\/).)*\*\/)*syntax\s*=\s*["']proto/s, { what: "a Protocol Buffers schema" }],
  [
    /^(?:\s|#[^\n]*\n|"""(?:(?!""").)*""")*(?:extend\s+)?(?:schema|type|interface|enum|input|union|scalar|directive)\b[^:\n]*[{=@]/s,
    { what: "a GraphQL schema" },
  ],
];

/** The number of characters that are enough to recognise a text. */
const BEGINNING = 4096;

/** Recognises a text that was mistaken for a spec by its beginning; undefined if it is of no known kind. */
export function lookalikeOfText(text: string): Lookalike | undefined {
  const beginning = text.slice(0, BEGINNING);
  const begins = (by: string | RegExp) => (typeof by === "string" ? beginning.startsWith(by) : by.test(beginning));
  return byBeginning.find(([by]) => begins(by))?.[1];
}

/**
 * Documents that are often mistaken for an OpenAPI document, by a member that only they have, and a pattern for that
 * member's text.
 */
const byMember: readonly [pointer: string, Lookalike, text?: RegExp][] = [
  ["/asyncapi", { what: "an AsyncAPI document" }],
  ["/arazzo", { what: "an Arazzo document" }],
  ["/overlay", { what: "an OpenAPI overlay", help: "Apply it to its document, and give the result." }],
  ["/openrpc", { what: "an OpenRPC document" }],
  ["/discoveryVersion", { what: "a Google API discovery document" }],
  ["/item", POSTMAN],
  ["/collection/item", POSTMAN],
  ["/__export_format", { what: "an Insomnia export" }],
  ["/type", { what: "an Insomnia export" }, /^\w+\.insomnia\.rest\//],
  ["/log/entries", { what: "a HAR file" }],
  ["/__schema", { what: "a GraphQL schema" }],
  ["/data/__schema", { what: "a GraphQL schema" }],
  ["/$schema", { what: "a JSON Schema" }, /^https?:\/\/json-schema\.org\//],
];

/**
 * Recognises an object that has no version of OpenAPI, and returns the pointer of the member that shows what it is;
 * undefined if it is of no known kind.
 */
export function lookalikeOf(root: JsonObject): (Lookalike & { pointer: string }) | undefined {
  const found = byMember.find(([pointer, , text]) => {
    const value = resolvePointer(root, pointer);
    return text ? typeof value === "string" && text.test(value) : value !== undefined;
  });
  return found && { ...found[1], pointer: found[0] };
}
