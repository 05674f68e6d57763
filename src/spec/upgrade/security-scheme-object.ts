import { type JsonObject, objectMember, setMember, stringMember } from "../../json/index.js";
import type { UpgradeContext } from "./context.js";
import { mapMembers, pickMembers, replaceMembers } from "./copy-on-write.js";

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
 * A Security Scheme Object. Swagger 2.0's `basic` is a kind of `http`, and its one OAuth flow becomes one of OpenAPI
 * 3.1's `flows` ("Security Scheme Object" in both).
 */
export function upgradeSecurityScheme(scheme: JsonObject, context: UpgradeContext): JsonObject {
  return context.once("securityScheme", scheme, () => {
    const type = stringMember(scheme, "type");
    if (type === "basic") {
      return replaceMembers(
        scheme,
        new Map([
          ["type", "http"],
          ["scheme", "basic"],
        ]),
      );
    }
    return type === "oauth2" && Object.hasOwn(scheme, "flow") && !Object.hasOwn(scheme, "flows")
      ? upgradeOAuth(scheme, context)
      : scheme;
  });
}

function upgradeOAuth(scheme: JsonObject, context: UpgradeContext): JsonObject {
  const name = flows.get(stringMember(scheme, "flow") ?? "");
  if (name === undefined) {
    const message = "An OAuth 2 security scheme has a flow that Swagger 2.0 does not know.";
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
