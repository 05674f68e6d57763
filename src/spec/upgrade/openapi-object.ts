import {
  type Changes,
  isObject,
  type JsonObject,
  member,
  objectMember,
  pickMembers,
  replaceMembers,
  setMember,
} from "../../json/index.js";
import { componentsFromSwagger, upgradeComponents } from "./components-object.js";
import type { UpgradeContext } from "./context.js";
import { mapPathItems } from "./path-item-object.js";
import { collectDiscriminatorValues } from "./schema/index.js";
import { placeServers, saysByServers, serversKey, serversOf } from "./server-object.js";

const upgradedVersion = "3.1.0";

/** Returns the root of the document in OpenAPI 3.1 terms (OpenAPI 3.1, "OpenAPI Object"). */
export function upgradeRoot(context: UpgradeContext): JsonObject {
  const upgraded = context.family === "2.0" ? upgradeSwaggerObject(context) : upgradeOpenApiObject(context);
  return context.origins.carry(context.root, upgraded);
}

function upgradeOpenApiObject(context: UpgradeContext): JsonObject {
  const { root } = context;
  const changes: Changes = new Map();
  if (context.family === "3.0") changes.set("openapi", upgradedVersion);
  const components = objectMember(root, "components");
  if (components) changes.set("components", upgradeComponents(components, context));
  const paths = objectMember(root, "paths");
  if (paths) changes.set("paths", mapPathItems(paths, context));
  return replaceMembers(root, changes);
}

const keptMembers = ["info", "servers", "security", "tags", "externalDocs", "paths"];

const SERVERS = "Swagger 2.0 has no `servers`; they are read as in OpenAPI 3.";

/** Upgrades a Swagger 2.0 root ("Swagger Object"). Fields that are the same in OpenAPI 3 stay as they are. */
function upgradeSwaggerObject(context: UpgradeContext): JsonObject {
  const { root } = context;
  collectDiscriminatorValues(objectMember(root, "definitions") ?? {}, context);
  const upgraded: JsonObject = { openapi: upgradedVersion };
  const components = componentsFromSwagger(root, context);
  const servers = serversOf(root);
  placeServers(servers, context.placeOf(root, serversKey(root)), context);
  if (saysByServers(root)) context.report("B44-113", SERVERS, root, { key: "servers" });
  const kept = pickMembers(root, (key) => keptMembers.includes(key) || key.startsWith("x-"));
  for (const key of new Set([...keptMembers, ...Object.keys(kept)])) {
    const value = key === "servers" && servers.length > 0 ? servers : member(kept, key);
    if (value === undefined) continue;
    setMember(upgraded, key, key === "paths" && isObject(value) ? mapPathItems(value, context) : value);
  }
  if (Object.keys(components).length > 0) upgraded.components = components;
  return upgraded;
}
