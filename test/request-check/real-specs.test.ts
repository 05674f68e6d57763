import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import type { ValidateFunction } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import type { Operation, Schema } from "../../src/ir/index.js";
import { isObject, type Json, type JsonObject, pointerTokens } from "../../src/json/index.js";
import { compileApi } from "../../src/pipeline/api/compile-api.js";
import { Sampler } from "../wire/sample.js";
import { checker, referees } from "./support.js";

const folder = resolve(import.meta.dirname, "../../../shared/specs/real");
const FILES = [
  "PagerDuty_api-schema_reference_events-v2_openapiv3.json",
  "box_box-openapi_openapi.json",
  "discord_discord-api-spec_specs_openapi.json",
  "intercom_Intercom-OpenAPI_descriptions_2.14_api.intercom.io.yaml",
  "jentic_asana.com_main_1.0_orig_asana_oas.yaml",
  "jentic_googleapis.com_calendar_v3_orig_rest_version_v3.yaml",
  "jentic_hubspot.com_CRM_contacts_v3_orig_contacts.yaml",
  "jentic_apideck.com_crm_10.14.0_orig_crm.yaml",
  "cohere-ai_cohere-developer-experience_cohere-openapi.yaml",
  "apache_polaris_spec_iceberg-rest-catalog-open-api.yaml",
].filter((file) => existsSync(join(folder, file)));
if (FILES.length < 10) console.warn(`Skipped: ${10 - FILES.length} specs are missing in ${folder}.`);

describe.skipIf(FILES.length === 0)("payloads for real specs", () => {
  it.each(FILES)("%s", async (file) => {
    const source = { name: "real", spec: join(folder, file), operations: "all" as const, cwd: "/" };
    const { api } = await compileApi(source, () => {});
    const sampler = new Sampler(api);
    const bodies = api.operations.map(bodySchema).filter((schema) => schema !== undefined);
    const isValid = referees(bodies, api.schemas);
    let mendable = 0;
    for (const [index, schema] of bodies.entries()) {
      const check = checker(schema, api.schemas);
      const payload = mended(sampler.value(schema), isValid[index]!);
      if (payload !== undefined) mendable++;
      for (const value of [payload ?? null, ...variants(payload ?? sampler.value(schema))]) {
        const fault = check(value);
        const ok = isValid[index]!(value);
        expect({ body: index, value, fault, ok: fault === undefined }).toEqual({ body: index, value, fault, ok });
      }
    }
    expect(mendable).toBeGreaterThan(0.7 * bodies.length);
  });
});

function bodySchema({ requestBody }: Operation): Schema | undefined {
  return requestBody?.content.find((item) => item.isJson)?.schema;
}

/** The value without what is wrong in it; undefined where that does not help. */
function mended(value: Json, isValid: ValidateFunction): Json | undefined {
  const payload = structuredClone(value);
  for (let step = 0; step < 60; step++) {
    if (isValid(payload)) return payload;
    const paths = (isValid.errors ?? []).map(({ instancePath, params }) => {
      return params.additionalProperty === undefined ? instancePath : `${instancePath}/${params.additionalProperty}`;
    });
    const wrong = paths.sort((one, other) => other.length - one.length)[0];
    if (!wrong || !removed(payload, wrong)) return undefined;
  }
  return undefined;
}

/** Takes out what a JSON pointer leads to, of lists and objects. */
function removed(payload: Json, pointer: string): boolean {
  const tokens = pointerTokens(pointer);
  const last = tokens.pop()!;
  let holder: Json | undefined = payload;
  for (const token of tokens) holder = (holder as JsonObject | undefined)?.[token];
  if (Array.isArray(holder)) return holder.splice(Number(last), 1).length > 0;
  return isObject(holder) && delete holder[last];
}

/** Payloads that are near to one. */
function variants(value: Json): Json[] {
  if (!isObject(value)) return [[value], null];
  const [first, ...rest] = Object.keys(value);
  const near =
    first === undefined
      ? []
      : [
          { ...value, [first]: null },
          { ...value, [first]: [[]] },
        ];
  return [Object.fromEntries(rest.map((key) => [key, value[key] as Json])), { ...value, unheardOf: 1 }, ...near];
}
