import { type JsonObject, stringMember } from "../../json/index.js";
import { resolvedServer } from "../server-url.js";

/**
 * A Server Object as it is to stand in the root document (OpenAPI 3.2.0, section 4.5): a relative URL that leads
 * elsewhere from there is written out. The same object where it need not change.
 *
 * @param uri of the document that it is written in
 * @param root URI of the root document
 */
export function movedServer(server: JsonObject, { uri, root }: { uri: string; root: string }): JsonObject {
  const url = stringMember(server, "url");
  if (url === undefined || !isRelative(url)) return server;
  const meant = resolvedServer(url, uri);
  return meant === undefined || meant === resolvedServer(url, root) ? server : { ...server, url: meant };
}

/** False for a URL with a scheme or host, and for one whose beginning is the value of a variable. */
function isRelative(url: string): boolean {
  return !/^(?:[a-z][a-z\d+.-]*:|\/\/|\{)/i.test(url);
}
