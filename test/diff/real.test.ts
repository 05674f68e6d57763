import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { diffApis, groupChanges } from "../../src/check/diff/index.js";
import type { Api, Schema } from "../../src/ir/index.js";
import { isObject, type JsonObject } from "../../src/json/index.js";
import { compileApi } from "../../src/pipeline/api/compile-api.js";
import { lineOf } from "./support.js";

async function apiAt(spec: string): Promise<Api> {
  const source = { name: "real", spec, operations: "all", cwd: import.meta.dirname } as const;
  return (await compileApi(source, () => {})).api;
}

describe("GitHub's spec, all operations", () => {
  const spec = createRequire(import.meta.url).resolve("@octokit/openapi/generated/api.github.com.json");
  let before: Api;
  let after: Api;
  beforeAll(async () => {
    before = await apiAt(spec);
    after = structuredClone(before);
  });

  test("against a copy of itself has no changes", () => {
    expect(diffApis(before, after)).toEqual([]);
  });

  test("against a copy with a changed schema that most operations reach", () => {
    const changed = structuredClone(before);
    const user = propertiesOf(changed, "simple-user");
    delete user.login;
    user.id = { type: "string" };
    user.extra = { type: "string" };
    const groups = groupChanges(diffApis(before, changed));
    expect(new Set(groups.map(({ example }) => example.kind))).toEqual(
      new Set(["response-property-removed", "response-type-changed", "response-property-added"]),
    );
    // One for each kind, and one more where a schema is made of it and others.
    expect(groups.length).toBeLessThan(10);
    expect(groups[0]?.operations.length).toBeGreaterThan(100);
  });

  test("against a copy with one operation changed reports that one", () => {
    const changed = structuredClone(before);
    const operation = changed.operations.find(({ id }) => id === "get:/repos/{owner}/{repo}/issues");
    if (!operation) throw new Error("The operation is not there.");
    operation.parameters = operation.parameters.filter(({ name }) => name !== "labels");
    operation.deprecated = true;
    expect(diffApis(before, changed).map((change) => `${change.operation} ${lineOf(change)}`)).toEqual([
      "get:/repos/{owner}/{repo}/issues safe operation-deprecated @ operation",
      "get:/repos/{owner}/{repo}/issues risky parameter-removed @ query labels",
    ]);
  });
});

function propertiesOf({ schemas }: Api, key: string): JsonObject {
  const schema: Schema | undefined = schemas.find((item) => item.key === key)?.schema;
  if (!isObject(schema) || !isObject(schema.properties)) throw new Error(`${key} has no properties.`);
  return schema.properties;
}

const folder = join(import.meta.dirname, "../../../shared/specs/real");
const moby = ["v1.38", "v1.51"].map((version) => `moby_moby_api_docs_${version}.yaml`);
const qdrant = ["v1.1.0", "v1.12.x"].map((version) => `qdrant_qdrant_docs_redoc_${version}_openapi.json`);

describe.skipIf(!existsSync(folder))("versions of one API", () => {
  const pairs = [moby, qdrant].flatMap((versions) =>
    versions.slice(1).map((newer, index) => [versions[index] ?? "", newer]),
  );

  test.each(pairs)("%s and %s", async (older, newer) => {
    const [before, after] = await Promise.all([older, newer].map((name) => apiAt(join(folder, name))));
    if (!before || !after) throw new Error("Two versions were asked for.");
    const changes = diffApis(before, after);
    expect(changes.length).toBeGreaterThan(0);
    expect(diffApis(before, before)).toEqual([]);
    const known = new Set([...before.operations, ...after.operations].map(({ id }) => id));
    for (const change of [...changes, ...diffApis(after, before)]) {
      expect(known).toContain(change.operation);
      expect(change.message).toMatch(/\S.*\.$/s);
    }
  });
});
