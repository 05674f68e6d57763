import { describe, expect, it } from "vitest";
import { apiDefinition } from "../../src/emit/function/definition.js";
import { appReach, emitModule } from "../../src/emit/module/index.js";
import type { Json, JsonObject } from "../../src/json/index.js";
import { apiOf, backendOf, planned } from "../plan/support.js";

const text = { type: "string" };
const pair: JsonObject = {
  properties: { event: {}, data: {} },
  required: ["event"],
  oneOf: [
    { properties: { event: { const: 'a"' }, data: text } },
    { properties: { event: { const: "b" }, data: { type: "object" } } },
  ],
};

/** The call of the one operation in its module, and what the function knows of its events. */
function written(mediaType: JsonObject, parameters: Json[], language: "ts" | "js") {
  const responses = { 200: { description: "", content: { "text/event-stream": mediaType } } };
  const plan = planned(apiOf({ "/a": { get: { operationId: "watch", parameters, responses } } }));
  const backend = backendOf(plan);
  const reach = appReach(plan.api, plan, "f");
  const [module] = emitModule(plan.api, { language, errors: "result", reach, backend });
  const { textEvents } = apiDefinition(plan.api, backend).operations["get:/a"] ?? {};
  return { call: /return (stream\(.*\));/.exec(module?.text ?? "")?.[1], textEvents };
}

describe.each(["ts", "js"] as const)("which events hold text is told to whoever reads the stream: %s", (language) => {
  const query: JsonObject = { name: "q", in: "query", schema: text };

  it.each<[mediaType: JsonObject, parameters: Json[], rest: string, textEvents?: true | string[]]>([
    [{ schema: text }, [], ", null, true", true],
    [{ schema: text }, [query], ", args, true", true],
    [{ itemSchema: pair }, [], ', null, ["a\\""]', ['a"']],
    [{ schema: { type: "object" } }, [], ""],
    [{ schema: { type: "object" } }, [query], ", args"],
  ])("%j with %j", (mediaType, parameters, rest, textEvents) => {
    const call = `stream(watch, client, "f", "get:/a"${rest})`;
    expect(written(mediaType, parameters, language)).toEqual({ call, textEvents });
  });
});
