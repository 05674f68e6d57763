import { appendPointer, arrayMember, isObject, type JsonObject, objectMember, stringMember } from "../../json/index.js";
import type { Server, SourceRef } from "../model.js";
import type { BuildContext } from "./context.js";

/**
 * The `servers` of a document, path item or operation (OpenAPI 3.1, section 4.8.5), variables at their defaults.
 * @param place where the holder is written
 */
export function buildServers(context: BuildContext, holder: JsonObject, place: SourceRef): Server[] {
  return arrayMember(holder, "servers").flatMap((server, index) => {
    const url = isObject(server) ? stringMember(server, "url") : undefined;
    if (!isObject(server) || url === undefined) return [];
    const description = stringMember(server, "description");
    const fallback = { ...place, pointer: appendPointer(place.pointer, "servers", index) };
    return [{ url: withDefaults(url, server), template: url, description, source: context.source(server, fallback) }];
  });
}

function withDefaults(url: string, server: JsonObject): string {
  const variables = objectMember(server, "variables") ?? {};
  return url.replace(/\{([^{}]+)\}/g, (whole, name: string) => {
    const variable = objectMember(variables, name);
    return (variable && stringMember(variable, "default")) ?? whole;
  });
}
