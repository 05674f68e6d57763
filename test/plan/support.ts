import type { Api } from "../../src/ir/index.js";
import type { Json, JsonObject } from "../../src/json/index.js";
import { type BackendOperation, type BackendPlan, type Plan, planApi } from "../../src/plan/index.js";
import type { BackendOptions, Secret } from "../../src/plan/model.js";
import type { Connection } from "../../src/runtime/functions/b44-definition.js";
import { built, openapi, specOf } from "../support/pipeline.js";

/** A way through a backend function with the config's defaults, as far as a test says nothing else. */
export type TestWay = Partial<BackendOptions> & { connection?: Connection; secrets?: Record<string, Secret> };

/** The config's defaults. */
export const DEFAULTS: BackendOptions = {
  scopes: "least",
  access: "user",
  headers: {},
  requestHeaders: [],
  responseHeaders: [],
  streams: [],
  baseUrl: undefined,
  timeout: 60_000,
  validate: true,
};

/** The plan of an API that goes through a connector where the way names one, else through a function with secrets. */
export function planned(api: Api, { connection, secrets = {}, ...options }: TestWay = {}): Plan {
  const rest = { ...DEFAULTS, ...options };
  const way = connection
    ? ({ via: "connector", connection, ...rest } as const)
    : ({ via: "function", secrets, ...rest } as const);
  return planApi(api, way, { anyNumber: false });
}

/**
 * The API of an OpenAPI 3.1 document that stands at a place that no specification reserves for examples, and that says of calls
 * that they need no credentials where it declares none.
 */
export function apiOf(paths: JsonObject, components: JsonObject = {}, rest: JsonObject = {}): Api {
  const servers = { servers: [{ url: "https://api.acme.com/v1" }] };
  const open: JsonObject = components.securitySchemes === undefined ? { security: [] } : {};
  return built(specOf(openapi(paths, components, { ...servers, ...open, ...rest }))).api;
}

/** How the function calls the API; fails where it is not one that calls it. */
export function backendOf({ backend }: Plan): BackendPlan {
  if (!backend) throw new Error("no function calls the API");
  return backend;
}

/** How the function calls an operation, the first one where none is named. */
export function backendOperation(plan: Plan, id?: string): BackendOperation {
  const { operations } = backendOf(plan);
  const found = id === undefined ? [...operations.values()][0] : operations.get(id);
  if (!found) throw new Error(`${id ?? "the API"} is not carried`);
  return found;
}

/** An operation that answers content of these media types, each with this schema. */
export function answers(mediaTypes: readonly string[], schema: Json = true): JsonObject {
  const content = Object.fromEntries(mediaTypes.map((mediaType) => [mediaType, { schema }]));
  return { responses: { "200": { description: "OK", content } } };
}
