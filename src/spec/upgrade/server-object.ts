import { isDeepStrictEqual } from "node:util";
import { isWebAddress } from "../../files/index.js";
import { arrayMember, type Json, type JsonObject, stringMember } from "../../json/index.js";
import type { Origin, Origins } from "../origins.js";
import { withoutEnd, withoutEnds } from "../without-ends.js";

/** True if a Swagger 2.0 document has OpenAPI 3's `servers`, and no `host` or `basePath`. */
export function saysByServers(root: JsonObject): boolean {
  return hasServers(root) && serversOf(root).length === 0;
}

function hasServers(root: JsonObject): boolean {
  return arrayMember(root, "servers").length > 0;
}

/**
 * Returns the Server Objects for the `host`, `basePath` and `schemes` of a Swagger 2.0 document (OpenAPI 3.1, "Server Object"):
 * https first, and without a host a URL relative to the document. None if the document has none of these fields, or uses OpenAPI 3's
 * `servers`.
 */
export function serversOf(root: JsonObject): JsonObject[] {
  const written = stringMember(root, "host")?.trim() ?? "";
  const [start = "", writtenScheme] = /^([a-z][a-z0-9+.-]*):\/\//i.exec(written) ?? [];
  const host = withoutEnds(written.slice(start.length), "/");
  const path = basePath(stringMember(root, "basePath")?.trim() ?? "");
  if (isWebAddress(path)) return [{ url: path }];
  if (host === "") return path === "" || hasServers(root) ? [] : [{ url: path }];
  return schemesOf(root, writtenScheme).map((scheme) => ({ url: `${scheme}://${host}${path}` }));
}

/**
 * Returns the Server Objects for the `schemes` of a Swagger 2.0 operation, which replace the document's (Swagger 2.0, "Operation
 * Object"). None if they have neither https nor http, or give the same servers.
 */
export function ownServersOf(operation: JsonObject, root: JsonObject): JsonObject[] {
  const schemes = arrayMember(operation, "schemes");
  if (usable(schemes).length === 0) return [];
  const own = serversOf({ ...root, schemes });
  return isDeepStrictEqual(own, serversOf(root)) ? [] : own;
}

/** Returns the field that diagnostics about the servers point to. */
export function serversKey(root: JsonObject): string {
  return stringMember(root, "host")?.trim() ? "host" : "basePath";
}

/** Records the place of the fields from which Server Objects were made. */
export function placeServers(
  servers: readonly JsonObject[],
  place: Origin | undefined,
  { origins }: { origins: Origins },
): void {
  if (place) for (const server of servers) origins.set(server, place);
}

function basePath(written: string): string {
  const path = withoutEnd(written, "/");
  return path === "" || path.startsWith("/") || isWebAddress(path) ? path : `/${path}`;
}

function schemesOf(root: JsonObject, fallback = "https"): string[] {
  const found = usable(arrayMember(root, "schemes"));
  return found.length > 0 ? found : [fallback];
}

function usable(schemes: readonly Json[]): string[] {
  const written = schemes.map((scheme) => String(scheme).toLowerCase());
  return ["https", "http"].filter((scheme) => written.includes(scheme));
}
