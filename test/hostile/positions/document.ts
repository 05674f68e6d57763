import { type JsonObject, setMember } from "../../../src/json/index.js";
import { at, key, member, type Position } from "./position.js";

/** A server with one variable. */
function server(document: JsonObject, url: string, [name, variable]: [string, JsonObject]): void {
  const variables: JsonObject = {};
  setMember(variables, name, variable);
  document.servers = [{ url, variables }];
}

/** Of the document itself, its servers and its tags. */
export const DOCUMENT: Position[] = [
  member("title", ["info"], "title"),
  member("version", ["info"], "version"),
  member("description", ["info"], "description"),
  member("contact name", ["info", "contact"], "name"),
  member("licence name", ["info", "license"], "name"),
  member("tag description", ["tags", "0"], "description"),
  member("external docs URL", ["externalDocs"], "url"),
  member("external docs description", ["externalDocs"], "description"),
  member("server URL", ["servers", "0"], "url"),
  member("server description", ["servers", "0"], "description"),
  {
    name: "server path",
    put: (document, text) => setMember(at(document, "servers", "0"), "url", `https://api.example.com/${text}`),
  },
  {
    name: "server variable name",
    put: (document, text) => server(document, `https://api.example.com/{${text}}`, [text, { default: "v1" }]),
  },
  {
    name: "server variable default",
    put: (document, text) => server(document, "https://api.example.com/{v}", ["v", { default: text }]),
  },
  {
    name: "server variable enum",
    put: (document, text) =>
      server(document, "https://api.example.com/{v}", ["v", { default: text, enum: [text, "v2"], description: text }]),
  },
  key("extension name", [], (text) => ({ [`x-${text}`]: text })),
  { name: "extension", put: (document, text) => setMember(document, `x-${text}`, { text }) },
];
