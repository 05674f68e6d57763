import type { Api, SecurityScheme } from "../../../ir/index.js";
import type { BackendWay } from "../../model.js";
import { isClientSecrets } from "./client-credentials.js";

/**
 * Adds a security scheme to the API for each name in the config with client secrets and a `tokenUrl`, if the spec lacks
 * that scheme: the spec declares no schemes at all, or its operations name one that it does not declare.
 */
export function withTokenSchemes(api: Api, way: BackendWay): Api {
  if (way.via !== "function") return api;
  const declaresNone = Object.keys(api.securitySchemes).length === 0;
  const isLeftOut = (name: string): boolean =>
    declaresNone ||
    api.operations.some(({ security }) => security.some((requirement) => Object.hasOwn(requirement, name)));
  const added = Object.entries(way.secrets).flatMap(([name, secret]): [string, SecurityScheme][] => {
    if (!isClientSecrets(secret) || secret.tokenUrl === undefined) return [];
    if (Object.hasOwn(api.securitySchemes, name) || !isLeftOut(name)) return [];
    const source = { file: api.spec, pointer: "" };
    const nothingSaid = { scopes: {}, clientCredentials: undefined, description: undefined, deprecated: false };
    return [[name, { type: "oauth2", ...nothingSaid, source }]];
  });
  if (added.length === 0) return api;
  return { ...api, securitySchemes: { ...api.securitySchemes, ...Object.fromEntries(added) } };
}
