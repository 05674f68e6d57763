import {
  type Json,
  type JsonObject,
  mapMembers,
  objectMember,
  pickMembers,
  replaceMembers,
  setMember,
  stringMember,
} from "../../json/index.js";
import { parameterPlace } from "../parameter-place.js";
import { shown } from "../shapes/index.js";
import type { UpgradeContext } from "./context.js";

const flows = new Map([
  ["implicit", "implicit"],
  ["password", "password"],
  ["application", "clientCredentials"],
  ["accessCode", "authorizationCode"],
  ["clientCredentials", "clientCredentials"],
  ["authorizationCode", "authorizationCode"],
]);

const flowMembers = new Set(["authorizationUrl", "tokenUrl", "refreshUrl", "scopes"]);

/**
 * Upgrades a Security Scheme Object. Swagger 2.0's `basic` becomes a scheme of `http`, and its only OAuth flow becomes one of
 * OpenAPI 3.1's `flows` ("Security Scheme Object" in both).
 */
export function upgradeSecurityScheme(scheme: JsonObject, context: UpgradeContext): JsonObject {
  return context.once("securityScheme", scheme, () => {
    const known = context.origins.carry(scheme, inKnownWords(scheme, context));
    return stringMember(known, "type") === "oauth2" && Object.hasOwn(known, "flow") && !Object.hasOwn(known, "flows")
      ? upgradeOAuth(known, context)
      : known;
  });
}

/**
 * Types by the words of authors, in lower case and as one word. The schemes of `http` are among them, although only `basic` is a
 * type, in Swagger 2.0.
 */
const TYPES = new Map<string, Record<string, Json>>([
  ...["apiKey", "http", "oauth2", "openIdConnect", "mutualTLS"].map((type): [string, Record<string, Json>] => [
    type.toLowerCase(),
    { type },
  ]),
  ...["basic", "bearer"].flatMap((scheme): [string, Record<string, Json>][] => [
    [scheme, { type: "http", scheme }],
    [`${scheme}auth`, { type: "http", scheme }],
  ]),
  ["jwt", { type: "http", scheme: "bearer" }],
]);

/** HTTP authentication schemes (RFC 9110, section 11.1) by the words of authors, in the same form. */
const SCHEMES = new Map([
  ["basicauth", "basic"],
  ...["bearerauth", "bearertoken", "jwt", "oauth2"].map((word): [string, string] => [word, "bearer"]),
]);

const KEY_PLACES = ["header", "query", "cookie"] as const;

/** Corrects the type, the location of the key, and the HTTP scheme to the values of OpenAPI 3.1. */
function inKnownWords(scheme: JsonObject, context: UpgradeContext): JsonObject {
  const written = stringMember(scheme, "type");
  const words = TYPES.get(oneWord(written));
  if (written === undefined || !words) return scheme;
  const place = words.type === "apiKey" ? KEY_PLACES.find((one) => one === parameterPlace(scheme)) : undefined;
  const httpScheme = written === "http" ? SCHEMES.get(oneWord(stringMember(scheme, "scheme"))) : undefined;
  const tell = (key: string, meant: Record<string, Json>) => {
    const wanted = Object.entries(meant)
      .map((member) => `\`${member.join(": ")}\``)
      .join(" and ");
    const message = `\`${key}\` of a security scheme is ${shown(scheme[key] as Json)}; it is read as ${wanted}.`;
    context.report("B44-113", message, scheme, { key, help: `Write ${wanted}.` });
  };
  if (written !== words.type && written !== "basic") tell("type", words);
  if (place !== undefined && place !== scheme.in) tell("in", { in: place });
  if (httpScheme !== undefined) tell("scheme", { scheme: httpScheme });
  const known: Record<string, Json> = {
    ...words,
    ...(place === undefined ? {} : { in: place }),
    ...(httpScheme === undefined ? {} : { scheme: httpScheme }),
  };
  return replaceMembers(scheme, known);
}

function oneWord(written: string | undefined): string {
  return written?.toLowerCase().replace(/[\s_-]/g, "") ?? "";
}

function upgradeOAuth(scheme: JsonObject, context: UpgradeContext): JsonObject {
  const name = flows.get(stringMember(scheme, "flow") ?? "");
  if (name === undefined) {
    const message = "An OAuth 2 security scheme has a flow that Swagger 2.0 does not have.";
    context.report("B44-113", message, scheme, { key: "flow" });
    return scheme;
  }
  const flow = pickMembers(scheme, (key) => flowMembers.has(key));
  flow.scopes = mapMembers(objectMember(scheme, "scopes") ?? {}, (value, key) =>
    key.startsWith("x-") ? undefined : value,
  );
  const upgraded = pickMembers(scheme, (key) => key !== "flow" && !flowMembers.has(key));
  const named: JsonObject = {};
  setMember(named, name, flow);
  upgraded.flows = named;
  return upgraded;
}
