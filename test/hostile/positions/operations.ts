import { type Json, type JsonObject, setMember } from "../../../src/json/index.js";
import { answer, create, list, ref } from "./places.js";
import { at, isInherited, key, member, type Position } from "./position.js";

/** A parameter of an operation by its place. */
function parameter(place: "query" | "header" | "cookie"): Position {
  return {
    name: `${place} parameter`,
    isSpecial: isInherited,
    put: (document, text) => {
      const parameters = at(document, ...list).parameters as Json[];
      parameters.push({
        name: text,
        in: place,
        description: "One more.",
        explode: false,
        schema: { type: "array", items: {} },
      });
    },
  };
}

function addPath(document: JsonObject, path: string, parameters: Json[] = []): void {
  const operation = { operationId: "extra", parameters, responses: { "204": { description: "Done." } } };
  setMember(at(document, "paths"), path, { get: operation });
}

/** Of paths and operations. */
export const OPERATIONS: Position[] = [
  { name: "path", put: (document, text) => addPath(document, `/extra/${text}`) },
  { name: "whole path", put: (document, text) => addPath(document, text) },
  {
    name: "path parameter",
    // What objects inherit is never looked up by the small encoder, so another one is chosen.
    isSpecial: (text) => isInherited(text) || text === "prototype",
    put: (document, text) =>
      addPath(document, `/extra/{${text}}`, [{ name: text, in: "path", required: true, schema: { type: "string" } }]),
  },
  parameter("query"),
  parameter("header"),
  parameter("cookie"),
  member("parameter description", [...list, "parameters", "0"], "description"),
  {
    name: "parameter example",
    put: (document, text) => setMember(at(document, ...list, "parameters", "0"), "example", { [text]: text }),
  },
  member("parameter style", [...list, "parameters", "1"], "style"),
  member("operationId", list, "operationId"),
  member("summary", list, "summary"),
  member("operation description", list, "description"),
  { name: "tag", put: (document, text) => setMember(at(document, ...list), "tags", [text]) },
  member("request body description", [...create, "requestBody"], "description"),
  key("request media type", [...create, "requestBody", "content"], () => ({ schema: ref("Thing") })),
  {
    name: "only request media type",
    put: (document, text) => {
      const content: JsonObject = {};
      setMember(content, text, { schema: ref("Thing") });
      setMember(at(document, ...create, "requestBody"), "content", content);
    },
  },
  {
    ...key("response media type", [...answer, "content"], () => ({ schema: ref("Thing") })),
    // Any media type is meant, JSON among them.
    isSpecial: (text) => text.trim() === "*",
  },
  {
    ...key("response status", [...list, "responses"], () => ({ description: "Something." })),
    isSpecial: (text) => text === "default",
  },
  {
    ...key("response header", [...answer, "headers"], () => ({ schema: { type: "string" } })),
    // No answer can have a header of another name (RFC 9110, section 5.1).
    isSpecial: (text) => !/^[!#$%&'*+.^_`|~\w-]+$/.test(text),
  },
  member("response header description", [...answer, "headers", "x-total"], "description"),
  member("response description", answer, "description"),
  key("method", ["paths", "/pets"], () => ({ responses: {} })),
  key("callback", create, (text) => ({ [text]: { post: { responses: {} } } })),
];
