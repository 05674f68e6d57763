import { closest } from "../../../diagnostics/index.js";
import {
  appendPointer,
  arrayMember,
  type Json,
  type JsonObject,
  member,
  objectMember,
  stringMember,
} from "../../../json/index.js";
import type { SpecFamily } from "../../../spec/model.js";
import { parameterKey } from "../../../spec/parameter-place.js";
import { saysTrue, shown } from "../../../spec/shapes/index.js";
import type { Parameter, ParameterStyle, SourceRef } from "../../model.js";
import type { BuildContext } from "../context.js";
import { readValue } from "./parameter-value.js";
import { type FittedPath, fitPath } from "./path-parameters.js";
import { withOneQuery } from "./query-string.js";

const LOCATIONS = ["path", "query", "header", "cookie", "querystring"] as const;

/**
 * Headers that are never parameters (OpenAPI 3.1, section 4.8.12.1). Swagger 2.0 has no such rule; the plan stage reports its
 * parameters for them.
 */
const NOT_PARAMETERS = new Set(["accept", "content-type", "authorization"]);

/** Headers that the sender of a message sets itself (RFC 9110, section 7.2; RFC 9112, sections 6 and 9.6). */
const OF_MESSAGES = new Set(["connection", "content-length", "host", "transfer-encoding"]);

/** The styles that a spec may name, by name in lower case. */
const STYLES = new Map(
  (
    [
      "matrix",
      "label",
      "simple",
      "form",
      "spaceDelimited",
      "pipeDelimited",
      "tabDelimited",
      "deepObject",
      "cookie",
    ] as const
  ).map((style) => [style.toLowerCase(), style]),
);

/**
 * Builds the parameters of an operation, merged with those of the path item (an operation's own take precedence, section 4.8.9), and
 * matched with the path.
 */
export function buildParameters(
  context: BuildContext,
  place: { path: string; pathItem: JsonObject; operation: JsonObject; source: SourceRef },
): FittedPath {
  const byKey = new Map<string, Parameter>();
  for (const value of [...arrayMember(place.pathItem, "parameters"), ...arrayMember(place.operation, "parameters")]) {
    const parameter = buildParameter(context, value, place.source);
    if (parameter) byKey.set(parameterKey(parameter), parameter);
  }
  return fitPath(context, place, withOneQuery(context, [...byKey.values()]));
}

function buildParameter(context: BuildContext, value: Json, holder: SourceRef): Parameter | undefined {
  const object = context.dereference(value);
  const parameter = object && readParameter(context, object, holder);
  return parameter && context.described(value, parameter);
}

function readParameter(context: BuildContext, object: JsonObject, holder: SourceRef): Parameter | undefined {
  const known = context.parameters.get(object);
  if (known) return known;
  const written = stringMember(object, "name");
  const location = LOCATIONS.find((item) => item === stringMember(object, "in"));
  // The name must match the text in the path's braces, so spaces count.
  const name = location === "path" ? written : written?.trim();
  const source = context.source(object, holder);
  if (!name || !location) {
    context.report("B44-113", `${wrongParameter(object)}; it is ignored.`, source, placeMeant(object));
    return undefined;
  }
  if (location === "header" && isByItself(name.toLowerCase())) return undefined;
  if (name !== written) reportSpaces(context, { object, name, in: location, source });
  const style = styleOf(context, { object, name, in: location, source });
  const explode = member(object, "explode") ?? undefined;
  const { given, ...value } = readValue(context, object, location);
  const parameter: Parameter = {
    name,
    in: location,
    expression: undefined,
    required: location === "path" || saysTrue(member(object, "required")),
    deprecated: member(object, "deprecated") === true,
    description: stringMember(object, "description"),
    style,
    explode: explode === undefined ? style === "form" || style === "cookie" : saysTrue(explode),
    allowReserved: saysTrue(member(object, "allowReserved")) && isForReserved(context.family, location, style),
    example: exampleOf(context, object),
    ...value,
    source,
  };
  context.parameters.set(object, parameter);
  const way = value.contentType !== undefined ? ["content", value.contentType, "schema"] : ["schema"];
  const pointer = appendPointer(source.pointer, ...way);
  context.schemaFaults.look(given, { ...source, pointer });
  return parameter;
}

function isByItself(header: string): boolean {
  return NOT_PARAMETERS.has(header) || OF_MESSAGES.has(header);
}

/**
 * Returns the example of a parameter (OpenAPI 3.2.0, section 4.12.1): `example`, or the value of the first of `examples` that has one
 * (section 4.19).
 */
function exampleOf(context: BuildContext, object: JsonObject): Json | undefined {
  const examples = Object.values(objectMember(object, "examples") ?? {}).map((one) => context.dereference(one));
  const values = examples.map((one) => one && (member(one, "dataValue") ?? member(one, "value")));
  return [member(object, "example"), ...values].find((value) => value !== undefined);
}

/**
 * True if `allowReserved` has an effect: for query parameters (OpenAPI 3.1, section 4.8.12.2.1), and from 3.2 on wherever values are
 * percent-encoded (OpenAPI 3.2.0, section 4.12.2.2).
 */
function isForReserved(family: SpecFamily, location: Parameter["in"], style: ParameterStyle): boolean {
  if (location === "query") return true;
  return family === "3.2" && (location === "path" || (location === "cookie" && style === "form"));
}

/** Returns what to do about a parameter without a valid `in`; undefined if its name is missing, too. */
function placeMeant(object: JsonObject): string | undefined {
  if (!stringMember(object, "name")) return undefined;
  const place = stringMember(object, "in");
  const meant = place === undefined || place.length > 20 ? undefined : closest(place, LOCATIONS);
  return meant ? `Did you mean \`in: ${meant}\`?` : "Write `in: path`, `query`, `header` or `cookie`.";
}

/** Describes the fault of a parameter without a name or a valid `in`. */
function wrongParameter(object: JsonObject): string {
  const name = stringMember(object, "name")?.trim();
  if (!name) return name === "" ? "A parameter has an empty `name`" : "A parameter has no `name`";
  const place = member(object, "in");
  const what =
    place === undefined ? "has no `in`" : `has \`in\`: ${JSON.stringify(place)}, which is not a valid location`;
  return `The parameter ${JSON.stringify(name)} ${what}`;
}

/** A Parameter Object with its location, and the place where it is written. */
interface PlacedParameter extends Pick<Parameter, "name" | "in" | "source"> {
  object: JsonObject;
}

/** Reports spaces around a name (B44-113). They are removed, because no API has such names. */
function reportSpaces(context: BuildContext, { object, name, source }: PlacedParameter): void {
  const message = `The \`name\` of a parameter is ${shown(member(object, "name") ?? null)}, with spaces around it; it is read as ${JSON.stringify(name)}.`;
  context.report("B44-113", message, { ...source, pointer: appendPointer(source.pointer, "name") });
}

/**
 * Returns the style of a parameter (OpenAPI 3.2.0, section 4.12.3). Reports an invalid one (B44-113), and reads it as the style with
 * this name in another case, or as the default.
 */
function styleOf(context: BuildContext, { object, name, in: location, source }: PlacedParameter): ParameterStyle {
  const ordinary = location === "path" || location === "header" ? "simple" : "form";
  const style = member(object, "style") ?? undefined;
  if (style === undefined) return ordinary;
  const meant = typeof style === "string" ? STYLES.get(style.toLowerCase()) : undefined;
  if (meant !== undefined && meant === style) return meant;
  const read = meant ?? ordinary;
  const message = `\`style\` of the parameter ${JSON.stringify(name)} is ${shown(style)}, which is not a valid style; it is read as \`${read}\`.`;
  context.report("B44-113", message, { ...source, pointer: appendPointer(source.pointer, "style") });
  return read;
}
