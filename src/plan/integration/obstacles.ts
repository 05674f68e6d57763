import { type Api, isOfQuery, type Operation, type SecurityRequirement, sentMethod } from "../../ir/index.js";
import { schemeOf } from "../backend/index.js";
import { isDispensable } from "../dispensable-body.js";
import { emptyBraces } from "../empty-braces.js";

const METHODS = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace"]);

/**
 * Returns why `custom.call` cannot carry an operation; empty if it can. It puts `method:/path` into a URL, sends JSON,
 * and has credentials only in headers.
 */
export function integrationObstacles(operation: Operation, api: Api): string[] {
  return [
    ...methodObstacles(operation),
    ...pathObstacles(operation.path),
    ...expressionObstacles(operation),
    ...bodyObstacles(operation),
    ...parameterObstacles(operation),
    ...securityObstacles(operation.security, api),
  ];
}

function methodObstacles(operation: Operation): string[] {
  return METHODS.has(operation.method) ? [] : [`integrations do not support its method ${sentMethod(operation)}`];
}

/**
 * Returns obstacles in the path: the call's URL contains it as written in the spec, including the text in its braces.
 */
function pathObstacles(path: string): string[] {
  const found = [...new Set(path.match(/[#?%\\]/g) ?? [])];
  const obstacles = found.map(
    (character) => `its path contains ${JSON.stringify(character)}, which changes the URL of the call`,
  );
  if (path === "") obstacles.push("its path is empty, but integrations identify operations by their paths");
  if (/(^|\/)\.{1,2}(\/|$)/.test(path)) obstacles.push("its path has a dot segment, which URLs remove");
  if (/[\p{Cc}\p{Cs}]/u.test(path)) obstacles.push("its path contains a control character");
  if (path.endsWith(" ")) obstacles.push("its path ends with a space, which URLs remove");
  return obstacles;
}

/** Returns obstacles in the braces of a path, which must contain the keys of all path parameters, and nothing else. */
function expressionObstacles({ path, parameters }: Operation): string[] {
  const inPath = parameters.filter((item) => item.in === "path");
  const keys = new Set(inPath.map(({ name, expression }) => expression ?? name));
  const written = [...path.matchAll(/\{([^{}]+)\}/g)];
  const strange = written.filter(([, key = ""]) => !keys.has(key));
  for (const [, key = ""] of written) keys.delete(key);
  return [
    ...strange.map(([text]) => `its path contains ${text}, which is not a path parameter`),
    ...(strange.length > 0 ? [] : [...keys]).map(
      (key) => `its path does not contain {${key}}, and custom.call replaces only names in braces`,
    ),
    ...[...path.matchAll(/\{\{[^{}]+\}\}/g)].map(
      ([text]) => `its path contains ${text}, and custom.call replaces only the inner braces`,
    ),
    ...emptyBraces(path),
  ];
}

function bodyObstacles(operation: Operation): string[] {
  const body = operation.requestBody;
  if (!body || body.content.some((content) => content.isJson) || isDispensable(operation, body)) return [];
  const kinds = [...new Set(body.content.map((content) => content.mediaType))].join(", ");
  return [`its request body is ${kinds}, but custom.call sends only JSON`];
}

function parameterObstacles(operation: Operation): string[] {
  return operation.parameters
    .filter((item) => item.required && (item.in === "cookie" || item.in === "querystring") && !isOfQuery(item))
    .map((item) =>
      item.in === "cookie"
        ? `it requires the cookie ${JSON.stringify(item.name)}, but custom.call sends no cookies`
        : `its query string is one value (${JSON.stringify(item.name)}), but custom.call sends only named parameters`,
    );
}

function securityObstacles(security: SecurityRequirement[], api: Api): string[] {
  const needsCookie = (requirement: SecurityRequirement) =>
    Object.keys(requirement).some((name) => {
      const scheme = schemeOf(name, api);
      return scheme?.type === "apiKey" && scheme.in === "cookie";
    });
  if (security.length === 0 || !security.every(needsCookie)) return [];
  return ["it is authorised by a cookie, but an integration sends credentials only in headers"];
}
