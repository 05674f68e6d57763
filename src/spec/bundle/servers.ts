import { arrayMember, isObject, type JsonObject, objectMember, stringMember } from "../../json/index.js";
import { resolvedServer, withScheme } from "../server-url.js";
import { originOf, type Visit } from "./visit.js";
import type { Walk } from "./walk.js";

/**
 * Records the origins of the servers of a path item or operation, and rewrites relative URLs that would have another meaning in the root
 * document, since they are relative to their own document.
 */
export function moveServers(visit: Visit, value: JsonObject, { root, references, origins, edits }: Walk): void {
  const place = { uri: visit.sources?.get("servers")?.uri ?? visit.uri, root };
  const written = arrayMember(value, "servers");
  const moved = written.map((server, index) => {
    if (!isObject(server)) return server;
    if (!origins.of(server)) origins.set(server, originOf(references, visit, "servers", index));
    return place.uri === place.root ? server : origins.carry(server, movedServer(server, place));
  });
  if (moved.every((server, index) => server === written[index])) return;
  edits.add(() => {
    edits.copy(visit).servers = moved;
  });
}

/**
 * Rewrites a Server Object for the root document (OpenAPI 3.2.0, section 4.5): a relative URL becomes absolute if it has another meaning
 * there. Returns the same object if nothing changes.
 *
 * @param uri of the document that it is written in
 * @param root URI of the root document
 */
function movedServer(server: JsonObject, { uri, root }: { uri: string; root: string }): JsonObject {
  const meant = writtenOut(server, uri);
  return meant === undefined || meant === writtenOut(server, root) ? server : { ...server, url: meant };
}

/** Returns the absolute form of a server's relative URL, with its variables; undefined for a URL that is not relative. */
function writtenOut(server: JsonObject, address: string): string | undefined {
  const url = stringMember(server, "url");
  if (url === undefined || withScheme(url) !== url) return undefined;
  const forms = beginnings(server, url);
  if (forms.length === 0 || forms.some((form) => /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(form))) return undefined;
  const fromOrigin = forms.filter((form) => form.startsWith("/")).length;
  if (fromOrigin === 0) return resolvedServer(`./${url}`, address);
  if (fromOrigin < forms.length) return undefined;
  if (url.startsWith("/")) return resolvedServer(url, address);
  const origin = resolvedServer("/", address)?.slice(0, -1);
  return origin === undefined ? undefined : `${origin}${url}`;
}

/**
 * Returns the URLs with each value of the variable at the beginning in its place (section 4.6); only the URL itself if it does not
 * begin with a variable.
 */
function beginnings(server: JsonObject, url: string): string[] {
  const [, name, rest] = /^\{([^{}]+)\}(.*)$/s.exec(url) ?? [];
  if (name === undefined) return [url];
  const variable = objectMember(objectMember(server, "variables") ?? {}, name) ?? {};
  const values = [stringMember(variable, "default"), ...arrayMember(variable, "enum")];
  return values.filter((value) => typeof value === "string").map((value) => `${value}${rest}`);
}
