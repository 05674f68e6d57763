import { arrayMember, isObject, type JsonObject, objectMember, stringMember } from "../../json/index.js";
import type { Server } from "../model.js";

/** The `servers` of a document, path item or operation (OpenAPI 3.1, section 4.8.5), variables at their defaults. */
export function buildServers(holder: JsonObject): Server[] {
  return arrayMember(holder, "servers")
    .filter(isObject)
    .flatMap((server) => {
      const url = stringMember(server, "url");
      if (url === undefined) return [];
      return [{ url: withDefaults(url, server), template: url, description: stringMember(server, "description") }];
    });
}

function withDefaults(url: string, server: JsonObject): string {
  const variables = objectMember(server, "variables") ?? {};
  return url.replace(/\{([^{}]+)\}/g, (whole, name: string) => {
    const variable = objectMember(variables, name);
    return (variable && stringMember(variable, "default")) ?? whole;
  });
}
