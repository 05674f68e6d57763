import {
  appendPointer,
  arrayMember,
  isObject,
  type JsonObject,
  member,
  objectMember,
  stringMember,
} from "../../json/index.js";
import { withScheme } from "../../spec/server-url.js";
import { shown } from "../../spec/shapes/index.js";
import type { Server, SourceRef } from "../model.js";
import type { BuildContext } from "./context.js";

/** The maximum length of a URL with variables filled in: a default is repeated for each occurrence of its variable. */
const LONGEST = 2000;

/**
 * Builds the `servers` of a document, path item or operation (OpenAPI 3.1, section 4.8.5), with variables at their defaults. Omits a
 * server whose URL is too long to be called.
 * @param place where the holder is written
 */
export function buildServers(context: BuildContext, holder: JsonObject, place: SourceRef): Server[] {
  return arrayMember(holder, "servers").flatMap((server, index) => {
    const written = isObject(server) ? stringMember(server, "url")?.trim() : undefined;
    if (!isObject(server) || written === undefined) return [];
    const filled = withDefaults(written, server);
    if (filled === undefined) return [];
    const url = withScheme(filled);
    const template = url === filled ? written : `https://${written}`;
    const description = stringMember(server, "description");
    const fallback = { ...place, pointer: appendPointer(place.pointer, "servers", index) };
    const source = context.source(server, fallback);
    if (template !== written) reportScheme(context, { url: written, template, source });
    return [{ url, template, description, source }];
  });
}

function reportScheme(context: BuildContext, { url, template, source }: Omit<Server, "description">): void {
  const message = `The \`url\` of a server is ${shown(url)}, which has no scheme; it is read as ${template}.`;
  context.report("B44-113", message, { ...source, pointer: appendPointer(source.pointer, "url") });
}

/** Returns the URL with its variables at their defaults; undefined if it is too long. */
function withDefaults(url: string, server: JsonObject): string | undefined {
  const variables = objectMember(server, "variables") ?? {};
  let length = url.length;
  const filled = url.replace(/\{([^{}]+)\}/g, (whole, name: string) => {
    const variable = objectMember(variables, name);
    const value = (variable && defaultOf(variable)) ?? whole;
    length += value.length - whole.length;
    return length > LONGEST ? "" : value;
  });
  return length > LONGEST ? undefined : filled;
}

/**
 * Returns the default of a Server Variable Object (section 4.8.6), which may be written as a number; or else the first value of its
 * `enum`.
 */
function defaultOf(variable: JsonObject): string | undefined {
  const values = [member(variable, "default"), ...arrayMember(variable, "enum")];
  const value = values.find((one) => typeof one === "string" || typeof one === "number" || typeof one === "boolean");
  return value === undefined ? undefined : String(value);
}
