import { getOrInsert } from "../../collections/index.js";
import {
  appendPointer,
  isObject,
  type Json,
  type JsonObject,
  member,
  objectMember,
  stringMember,
} from "../../json/index.js";
import { namedObjects } from "../../spec/component-sections.js";
import type { LoadedSpec } from "../../spec/model.js";
import { securityAlternatives } from "../../spec/security.js";
import { shown } from "../../spec/shapes/index.js";
import type { ClientCredentialsFlow, SecurityRequirement, SecurityScheme, SecuritySchemeKind } from "../model.js";
import type { BuildContext } from "./context.js";

/** Builds the Security Scheme Objects by name (OpenAPI 3.1, section 4.8.27), without those of an unknown type. */
export function buildSecuritySchemes(context: BuildContext): Record<string, SecurityScheme> {
  const declared = objectMember(objectMember(context.root, "components") ?? {}, "securitySchemes") ?? {};
  const schemes = Object.entries(declared).flatMap(([name, value]): [string, SecurityScheme][] => {
    const object = context.dereference(value);
    if (!object) return [];
    const kind = securitySchemeKind(object);
    const place = context.documentSource(appendPointer("/components/securitySchemes", name));
    const source = context.source(object, place);
    if (kind) {
      const description = stringMember(object, "description");
      const deprecated = member(object, "deprecated") === true;
      return [[name, context.described(value, { ...kind, description, deprecated, source })]];
    }
    // An empty object replaces a broken reference, which bundling reports.
    if (Object.keys(object).length > 0)
      context.report(
        "B44-113",
        `The security scheme ${JSON.stringify(name)} ${wrongScheme(object)}.`,
        source,
        schemeHelp(object),
      );
    return [];
  });
  return Object.fromEntries(schemes);
}

/**
 * The HTTP schemes of security schemes that AWS specs declare as keys, by `x-amazon-apigateway-authtype` in lower case. Each request
 * is signed, with this scheme in the header `Authorization`.
 */
const AWS_SCHEMES = new Map([
  ["awssigv4", "aws4-hmac-sha256"],
  ["awss3", "aws4-hmac-sha256"],
  ["awssigv2", "aws-hmac"],
]);

function securitySchemeKind(object: JsonObject): SecuritySchemeKind | undefined {
  switch (stringMember(object, "type")) {
    case "apiKey": {
      const place = (["header", "query", "cookie"] as const).find((item) => item === stringMember(object, "in"));
      const signed = AWS_SCHEMES.get(stringMember(object, "x-amazon-apigateway-authtype")?.toLowerCase() ?? "");
      if (signed !== undefined) return { type: "http", scheme: signed };
      return place && { type: "apiKey", name: stringMember(object, "name") ?? "", in: place };
    }
    case "http":
      return { type: "http", scheme: (stringMember(object, "scheme") ?? "").toLowerCase() };
    case "oauth2":
      return { type: "oauth2", scopes: scopesOf(object), clientCredentials: clientCredentialsOf(object) };
    case "openIdConnect":
      return { type: "openIdConnect", url: stringMember(object, "openIdConnectUrl") ?? "" };
    case "mutualTLS":
      return { type: "mutualTLS" };
    default:
      return undefined;
  }
}

/** True if a document declares a security scheme of OAuth 2, OpenID Connect or HTTP bearer, for any operation. */
export function declaresTokens(spec: LoadedSpec): boolean {
  return Object.values(namedObjects(spec, "securitySchemes").objects).some((object) => {
    if (!isObject(object)) return false;
    const type = stringMember(object, "type");
    if (type === "http") return stringMember(object, "scheme")?.toLowerCase() === "bearer";
    return type === "oauth2" || type === "openIdConnect";
  });
}

/** Describes the fault of a security scheme that is not understood. */
function wrongScheme(object: JsonObject): string {
  const type = member(object, "type");
  if (type === "apiKey") {
    const place = member(object, "in");
    return place === undefined ? "has no `in`" : `has \`in\`: ${shown(place)}, which is not a valid location`;
  }
  return type === undefined ? "has no `type`" : `has the unknown type ${JSON.stringify(type)}`;
}

/** Returns what to write instead. */
function schemeHelp(object: JsonObject): string {
  return member(object, "type") === "apiKey"
    ? "Write `in: header`, `query` or `cookie`."
    : "The types are `apiKey`, `http`, `oauth2`, `openIdConnect` and `mutualTLS`.";
}

/** Returns the scopes of all flows (section 4.8.28) with their descriptions. */
function scopesOf(object: JsonObject): Record<string, string> {
  const flows = Object.values(objectMember(object, "flows") ?? {}).filter(isObject);
  return Object.fromEntries(
    flows
      .flatMap((flow) => Object.entries(objectMember(flow, "scopes") ?? {}))
      .map(([scope, text]) => [scope, typeof text === "string" ? text : ""]),
  );
}

function clientCredentialsOf(object: JsonObject): ClientCredentialsFlow | undefined {
  const flow = objectMember(objectMember(object, "flows") ?? {}, "clientCredentials");
  if (!flow) return undefined;
  const tokenUrl = stringMember(flow, "tokenUrl")?.trim();
  return { tokenUrl: tokenUrl || undefined, scopes: Object.keys(objectMember(flow, "scopes") ?? {}) };
}

/**
 * Returns the alternatives that authorise an operation: its own, or else the document's (section 4.8.10, `security`). An empty array
 * means that no credentials are needed, like an empty alternative. A requirement that is not understood names an undeclared scheme, so
 * that it never means that.
 */
export function buildSecurity(document: JsonObject, operation: JsonObject): SecurityRequirement[] {
  return requirementsOf(member(operation, "security")) ?? requirementsOf(member(document, "security")) ?? [];
}

/**
 * The requirements that were read, by `security`: every operation without its own uses the document's, which may have hundreds of
 * alternatives.
 */
const known = new WeakMap<object, SecurityRequirement[] | undefined>();

function requirementsOf(security: Json | undefined): SecurityRequirement[] | undefined {
  const read = () => readRequirements(security);
  return typeof security === "object" && security !== null ? getOrInsert(known, security, read) : read();
}

function readRequirements(security: Json | undefined): SecurityRequirement[] | undefined {
  const alternatives = securityAlternatives(security);
  if (alternatives?.length === 0) return [{}];
  return alternatives?.map((item) =>
    Object.fromEntries(
      Object.entries(item).map(([name, scopes]) => [
        name,
        Array.isArray(scopes) ? scopes.filter((scope) => typeof scope === "string") : [],
      ]),
    ),
  );
}
