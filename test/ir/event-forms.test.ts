import { describe, expect, it } from "vitest";
import type { EventForm } from "../../src/ir/index.js";
import type { Json, JsonObject } from "../../src/json/index.js";
import { apiOf, backendOperation, planned } from "../plan/support.js";

const text = { type: "string" };
const chunk = { type: "object", properties: { delta: text } };
const jsonText = (contentSchema: Json): JsonObject => ({
  type: "string",
  contentMediaType: "application/json",
  contentSchema,
});
const event = (properties: JsonObject, rest: JsonObject = {}): JsonObject => ({ type: "object", properties, ...rest });
const typed = (type: Json, data: Json): JsonObject => event({ event: type, data }, { required: ["event"] });
const components: JsonObject = {
  schemas: {
    Chunk: chunk,
    Chunks: { type: "array", items: { $ref: "#/components/schemas/Chunk" } },
    Text: text,
    Type: { type: "string", enum: ["b", "c"] },
    Base: event({ event: text, data: text, id: text }, { required: ["event"] }),
    Self: { allOf: [{ $ref: "#/components/schemas/Self" }, event({ data: text })] },
    Twice: { allOf: [{ $ref: "#/components/schemas/Twice" }, { $ref: "#/components/schemas/Twice" }] },
  },
};
const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

/** What is known of the events of a stream, and what the function is told of those that hold text. */
function formsOf(mediaType: JsonObject): { forms: EventForm[] | undefined; texts: true | string[] | undefined } {
  const responses = { 200: { description: "", content: { "text/event-stream": mediaType } } };
  const plan = planned(apiOf({ "/a": { get: { responses } } }, components));
  const [content] = plan.api.operations[0]?.responses[0]?.content ?? [];
  return { forms: content?.events, texts: backendOperation(plan).textEvents };
}

describe("the schema of a stream is that of data", () => {
  it.each<[schema: Json, isText: boolean]>([
    [text, true],
    [ref("Text"), true],
    [{ type: ["string", "null"] }, true],
    [{ enum: ["a", "b"] }, true],
    [{ const: "a" }, true],
    [{ oneOf: [text, { enum: ["a"] }] }, true],
    [{ allOf: [{ maxLength: 9 }, ref("Text")] }, true],
    [chunk, false],
    [ref("Chunk"), false],
    [event({ event: text, data: chunk }), false],
    [{ type: ["string", "integer"] }, false],
    [{ oneOf: [text, chunk] }, false],
    [{ enum: ["a", 1] }, false],
    [{ enum: [] }, false],
    [{ oneOf: [] }, false],
    [{}, false],
  ])("%j: text %s", (schema, isText) => {
    const { forms, texts } = formsOf({ schema });
    expect(forms).toEqual([{ types: undefined, data: schema, isText }]);
    expect(texts).toBe(isText ? true : undefined);
  });

  it.each<[schema: Json, form: Partial<EventForm>]>([
    [{ type: "array", items: ref("Chunk") }, { data: ref("Chunk") }],
    [
      { type: "array", items: text },
      { data: text, isText: true },
    ],
    [
      { type: "array", items: event({ data: text, id: text }) },
      { data: text, isText: true },
    ],
    [
      { type: "array", items: typed({ const: "a" }, ref("Chunk")) },
      { types: ["a"], data: ref("Chunk") },
    ],
    [{ type: "array" }, { data: undefined }],
    [ref("Chunks"), { data: ref("Chunk") }],
  ])("or of a list of all that is in it: %j", (schema, form) => {
    expect(formsOf({ schema }).forms).toEqual([{ types: undefined, isText: false, ...form }]);
  });

  it("is unknown if there is none", () => {
    expect(formsOf({})).toEqual({ forms: [{ types: undefined, data: undefined, isText: false }], texts: undefined });
  });

  it("for JSON in a string", () => {
    expect(formsOf({ schema: jsonText(chunk) }).forms).toEqual([{ types: undefined, data: chunk, isText: false }]);
  });
});

describe("a schema with only an event's fields, including data, describes the whole event", () => {
  const alone = (properties: JsonObject, ...required: string[]) =>
    event(properties, { required: ["data", ...required] });
  const [a, b] = [
    alone({ event: { const: "a" }, data: chunk }, "event"),
    alone({ event: { const: "b" }, data: text }, "event"),
  ];
  const end = alone({ data: { type: "string", const: "[DONE]" } });
  it.each<[schema: Json, forms: Partial<EventForm>[]]>([
    [alone({ data: ref("Chunk") }), [{ data: ref("Chunk") }]],
    [alone({ id: text, event: text, data: text, retry: { type: "integer" } }), [{ data: text, isText: true }]],
    [
      { oneOf: [a, b] },
      [
        { types: ["a"], data: chunk },
        { types: ["b"], data: text, isText: true },
      ],
    ],
    [{ anyOf: [alone({ data: ref("Chunk") }), end] }, [{ data: ref("Chunk") }]],
    [end, [{ data: { type: "string", const: "[DONE]" }, isText: true }]],
  ])("%j", (schema, forms) => {
    const wanted = forms.map((form) => ({ types: undefined, isText: false, ...form }));
    expect(formsOf({ schema }).forms).toEqual(wanted);
    expect(formsOf({ itemSchema: schema }).forms).toEqual(wanted);
  });

  it.each<Json>([
    event({ data: chunk }),
    alone({ data: chunk, type: text }),
    { oneOf: [alone({ data: chunk }), chunk] },
    { oneOf: [alone({ data: chunk }), { type: "null" }] },
    { type: "object", required: ["data"], additionalProperties: text },
  ])("but not %j", (schema) => {
    expect(formsOf({ schema }).forms).toEqual([{ types: undefined, data: schema, isText: false }]);
  });
});

describe("the schema of an item describes the whole event", () => {
  it.each<[itemSchema: Json, form: Partial<EventForm>]>([
    [event({ event: text, data: text, id: text, retry: { type: "integer" } }), { data: text, isText: true }],
    [event({ data: jsonText(chunk) }), { data: chunk }],
    [event({ data: { ...jsonText(chunk), contentMediaType: "application/vnd.a+json" } }), { data: chunk }],
    [event({ data: { type: "string", contentMediaType: "application/json" } }), {}],
    [
      event({ data: { ...jsonText(chunk), contentEncoding: "base64" } }),
      { data: { ...jsonText(chunk), contentEncoding: "base64" }, isText: true },
    ],
    [event({ data: ref("Chunk") }), { data: ref("Chunk") }],
    [event({ data: {} }), { data: {} }],
    [event({ event: text }), {}],
    [{ type: "object" }, {}],
    [{ oneOf: [event({ data: text }), { type: "null" }] }, { data: text, isText: true }],
    [typed({ const: "a" }, chunk), { types: ["a"], data: chunk }],
    [typed({ enum: ["a", ""] }, chunk), { types: ["a", "message"], data: chunk }],
    [event({ event: { const: "a" }, data: chunk }), { types: ["a", "message"], data: chunk }],
    [typed({ oneOf: [{ const: "a" }, ref("Type")] }, chunk), { types: ["a", "b", "c"], data: chunk }],
    [
      typed({ type: "string", anyOf: [{ const: "a" }, { enum: ["a", ""] }] }, chunk),
      { types: ["a", "message"], data: chunk },
    ],
    [typed({ anyOf: [{ const: "a" }, text] }, chunk), { data: chunk }],
    [ref("Base"), { data: text, isText: true }],
    [{ ...ref("Base"), properties: { data: jsonText(chunk) } }, { data: chunk }],
    [{ allOf: [ref("Base"), typed({ const: "a" }, jsonText(chunk))] }, { types: ["a"], data: chunk }],
    [ref("Self"), { data: text, isText: true }],
  ])("%j: %j", (itemSchema, form) => {
    expect(formsOf({ itemSchema, schema: text }).forms).toEqual([
      { types: undefined, data: undefined, isText: false, ...form },
    ]);
  });

  it.each<Json>([
    chunk,
    event({ id: text, delta: text }),
    text,
    { type: "integer" },
    { type: ["array", "null"], items: chunk },
    { oneOf: [{ type: "integer" }, { type: "boolean" }] },
  ])("unless it is of no event: %j", (itemSchema) => {
    expect(formsOf({ itemSchema }).forms).toEqual([
      { types: undefined, data: itemSchema, isText: itemSchema === text },
    ]);
  });
});

describe("events of several types", () => {
  const of = (...choices: Json[]): JsonObject => ({ itemSchema: { ...ref("Base"), oneOf: choices } });
  const [a, b] = [
    { types: ["a"], data: text, isText: true },
    { types: ["b"], data: chunk, isText: false },
  ] as const;
  const ofA = event({ event: { const: "a" } });
  const ofB = event({ event: { const: "b" }, data: jsonText(chunk) });
  const unknown = { data: undefined, isText: false };

  it.each<[what: string, mediaType: JsonObject, forms: EventForm[], texts: true | string[] | undefined]>([
    [
      "that say which they are",
      of(ofA, ofB),
      [
        { ...a, types: ["a"] },
        { ...b, types: ["b"] },
      ],
      ["a"],
    ],
    [
      "in unions of unions",
      of({ anyOf: [ofB, ofA] }),
      [
        { ...b, types: ["b"] },
        { ...a, types: ["a"] },
      ],
      ["a"],
    ],
    [
      "of text all",
      of(ofA, {}),
      [
        { ...a, types: ["a"] },
        { ...a, types: undefined },
      ],
      true,
    ],
    [
      "of JSON all",
      of(ofB, event({ data: chunk })),
      [
        { ...b, types: ["b"] },
        { ...b, types: undefined },
      ],
      undefined,
    ],
    ["that do not show which are text", of(ofB, {}), [{ ...unknown, types: undefined }], undefined],
    ["that do not show which are JSON", of(ofA, event({ data: chunk })), [{ ...unknown, types: undefined }], undefined],
    [
      "that say the same",
      of(ofA, ofB, event({ event: { enum: ["b", "c"] } })),
      [{ ...unknown, types: ["a", "b", "c"] }],
      undefined,
    ],
  ])("%s", (_, mediaType, forms, texts) => {
    expect(formsOf(mediaType)).toEqual({ forms, texts });
  });

  it("take no longer, and are not distinguished, if there are very many", () => {
    const choices = Array.from({ length: 60 }, (_, index) => event({ event: { const: `e${index}` } }));
    const itemSchema = { allOf: Array.from({ length: 60 }, () => ({ oneOf: choices, anyOf: choices })) };
    expect(formsOf({ itemSchema }).forms).toEqual([{ ...unknown, types: undefined }]);
  });

  it("take no longer if a schema contains itself in several ways", () => {
    expect(formsOf({ schema: ref("Twice") }).forms).toEqual([{ types: undefined, data: ref("Twice"), isText: false }]);
    expect(formsOf({ itemSchema: ref("Twice") }).forms).toEqual([{ types: undefined, ...unknown }]);
  });
});

describe("streams of several statuses", () => {
  const stream = (itemSchema: Json): JsonObject => ({
    description: "",
    content: { "text/event-stream": { itemSchema } },
  });
  /** What is known of the events, status by status, and what the function is told of those that hold text. */
  function streamsOf(responses: JsonObject) {
    const plan = planned(apiOf({ "/a": { get: { responses } } }, components));
    const forms = plan.api.operations[0]?.responses.map(({ content }) => content[0]?.events);
    return { forms, texts: backendOperation(plan).textEvents };
  }
  const [a, b] = [
    { types: ["a"], data: text, isText: true },
    { types: ["b"], data: chunk, isText: false },
  ];

  it("are distinguished by the types of all", () => {
    const responses = { 200: stream(typed({ const: "a" }, text)), 201: stream(typed({ const: "b" }, jsonText(chunk))) };
    expect(streamsOf(responses)).toEqual({ forms: [[a], [b]], texts: ["a"] });
  });

  it("are unknown if the types do not show which are text", () => {
    const responses = { 200: stream(typed({ const: "a" }, text)), 201: stream(event({ data: jsonText(chunk) })) };
    const unknown = { data: undefined, isText: false };
    expect(streamsOf(responses)).toEqual({
      forms: [[{ ...unknown, types: ["a"] }], [{ ...unknown, types: undefined }]],
      texts: undefined,
    });
  });
});
