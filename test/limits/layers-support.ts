import { diffApis } from "../../src/check/diff/index.js";
import { emitFunction } from "../../src/emit/function/index.js";
import { appReach, emitModule } from "../../src/emit/module/index.js";
import { emitTypes } from "../../src/emit/types/index.js";
import type { Api } from "../../src/ir/index.js";
import type { Json, JsonObject } from "../../src/json/index.js";
import { planApi } from "../../src/plan/index.js";
import { apiOf, backendOf, planned } from "../plan/support.js";
import { answering } from "../support/pipeline.js";

/** Makes a schema of those that it leads to. */
export type Holder = (next: [JsonObject, JsonObject], level: number) => Json;

/** The reference to a schema. */
export const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

/**
 * Two schemas on each of many levels, each of which leads to both on the next. From the first to the last there are 2^24
 * ways, too many to go one by one. `circle` has the last level lead back to the first as well.
 */
export function layers(hold: Holder, last: JsonObject, { circle = false } = {}): JsonObject {
  const LEVELS = 25;
  const names = Array.from({ length: LEVELS }, (_, level) => level);
  const schemas = names.flatMap((level) =>
    ["A", "B"].map((side): [string, Json] => {
      if (level < LEVELS - 1) return [`${side}${level}`, hold([ref(`A${level + 1}`), ref(`B${level + 1}`)], level)];
      return [`${side}${level}`, circle ? hold([ref("A0"), ref("Last")], level) : last];
    }),
  );
  return { ...Object.fromEntries(schemas), Last: last };
}

/** An API that has the schema A0 wherever a schema can be. */
export function apiWith(schemas: JsonObject): Api {
  const A0 = ref("A0");
  const body = (mediaType: string, schema: Json) => ({ requestBody: { content: { [mediaType]: { schema } } } });
  const parameters = [{ name: "q", in: "query", schema: A0 }];
  const paths = {
    "/json": { post: answering(A0, { ...body("application/json", A0), parameters }) },
    "/form": { post: answering(A0, body("multipart/form-data", A0)) },
    "/fields": { post: answering(A0, body("multipart/form-data", { properties: { a: A0, b: { items: A0 } } })) },
  };
  return apiOf(paths, { schemas });
}

/** All that is written for an API that goes through an integration, and for one that goes through a function. */
export function writtenOf(api: Api): string {
  const integration = planApi(api, { via: "integration" }, { anyNumber: true });
  const through = planned(api);
  const backend = backendOf(through);
  const options = { functionName: "f", isDefinitionShared: false, isLegacy: false };
  const files = [integration, through].flatMap((plan) => [
    emitTypes(plan.api, { backend: plan.backend }).file,
    ...emitModule(plan.api, {
      language: "ts",
      errors: "result",
      reach: appReach(plan.api, plan, "f"),
      backend: plan.backend,
    }),
  ]);
  return [...files, ...emitFunction(through.api, backend, options)].map(({ text }) => text).join("\n");
}

/** How many changes there are between two APIs with the schema A0. */
export function changesBetween(before: JsonObject, after: JsonObject): number {
  return diffApis(apiWith(before), apiWith(after)).length;
}
