import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../src/json/index.js";
import { apiWith, changesBetween, type Holder, layers, ref as refTo, writtenOf } from "./layers-support.js";
import { many, members, outcomeOf, specOf, yamlHead } from "./support.js";

// What is not bounded takes many minutes, or never ends.
const isLong = process.env.MODE === "long";

async function expectOutcome(text: string, want: string[] | "ok") {
  expect(await outcomeOf(text)).toEqual(want);
}

const nested = (levels: number, open: string, close: string) =>
  `${open.repeat(levels)}{"type":"string"}${close.repeat(levels)}`;
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const TOO_MUCH = ["B44-111"];

describe("nesting", () => {
  const shapes: [what: string, open: string, close: string][] = [
    ["items", '{"items":', "}"],
    ["properties", '{"properties":{"p":', "}}"],
    ["additionalProperties", '{"additionalProperties":', "}"],
    ["allOf", '{"allOf":[', "]}"],
    ["anyOf", '{"anyOf":[{"type":"null"},', "]}"],
    ["not", '{"not":', "}"],
    ["an example", '{"example":[', "]}"],
    ["a default", '{"default":[', "]}"],
    ["a constant", '{"const":[', "]}"],
    ["an extension", '{"x-e":[', "]}"],
  ];
  it.each(shapes)("%s: 60 levels are allowed, and 100,000 terminate", async (_what, open, close) => {
    await expectOutcome(specOf(nested(60, open, close)), "ok");
    await expectOutcome(specOf(nested(100_000, open, close)), "ok");
    await expectOutcome(`${yamlHead}components: {schemas: {A: ${nested(450, open, close)}}}`, "ok");
    await expectOutcome(`${yamlHead}components: {schemas: {A: ${nested(10_000, open, close)}}}`, TOO_MUCH);
  });
});

describe("YAML", () => {
  const bomb = (levels: number) =>
    many(levels, (i) => `a${i}: &a${i} {properties: {${many(10, (k) => `p${k}: ${i ? `*a${i - 1}` : "{}"}`).join()}}}`);
  const long = `"${"y".repeat(100_000)}"`;
  const cases: [what: string, text: string, want: string[] | "ok"][] = [
    ["an anchor within itself", "x: &a [*a]", "ok"],
    ["a schema within itself", "components: {schemas: {A: &a {items: *a}}}", "ok"],
    ["aliases of aliases", `${bomb(9).join("\n")}\ncomponents: {schemas: {A: *a8}}`, "ok"],
    ["the same without references to it", bomb(9).join("\n"), "ok"],
    ["few aliases of aliases", `${bomb(4).join("\n")}\ncomponents: {schemas: {A: *a3}}`, "ok"],
    ["a long array, often", `v: &v [${"a,".repeat(3000)}]\nw: [${"*v,".repeat(3000)}]`, "ok"],
    ["a long string, often", `s: &s ${long}\nw: [${"*s,".repeat(20_000)}]`, "ok"],
    ["a long key, often", `s: &s ${long}\nw: [${"{*s : 1},".repeat(20_000)}]`, "ok"],
    ["a key that is an object", `${bomb(9).join("\n")}\nk: {? *a8 : 1}`, "ok"],
    [
      "a key that is arrays of lists",
      `${many(20, (i) => `l${i}: &l${i} [${i ? `*l${i - 1},*l${i - 1}` : "x"}]`).join("\n")}\nk: {? *l19 : 1}`,
      ["B44-105"],
    ],
    [
      "many merged keys",
      `m: &m {${many(1200, (i) => `k${i}: 1`)}}\n${many(1000, (i) => `n${i}: {<<: *m}`).join("\n")}`,
      TOO_MUCH,
    ],
  ];
  it.each(cases)("%s", async (_what, text, want) => {
    const components = text.includes("components:") ? "" : "\ncomponents: {schemas: {A: {}}}";
    await expectOutcome(`${yamlHead}${text}${components}\n`, want);
  });
});

describe("references", () => {
  const chain = (length: number) =>
    members(length, (i) => [`S${i}`, i === length - 1 ? { type: "string" } : ref(`S${i + 1}`)]);
  const cases: [what: string, text: () => string, want: string[] | "ok"][] = [
    ["a chain of 90", () => specOf(JSON.stringify(ref("S0")), chain(90)), "ok"],
    ["a chain of 10,000", () => specOf(JSON.stringify(ref("S0")), chain(10_000)), "ok"],
    ["a chain of 10,000 that nothing reaches", () => specOf("{}", chain(10_000)), "ok"],
    ["a circle of two", () => specOf(JSON.stringify(ref("B")), { B: ref("A") }), "ok"],
    [
      "a circle of 5,000 path items",
      () => specOf("{}", {}, { paths: members(5000, (i) => [`/p${i}`, { $ref: `#/paths/~1p${(i + 1) % 5000}` }]) }),
      ["B44-114", "B44-206"],
    ],
    [
      "objects that hold each other, 10,000",
      () =>
        specOf(
          JSON.stringify(ref("S0")),
          members(10_000, (i) => [`S${i}`, { properties: { n: ref(`S${(i + 1) % 10_000}`) } }]),
        ),
      "ok",
    ],
    [
      "twice the next, 60 times",
      () =>
        specOf(
          JSON.stringify(ref("S0")),
          members(60, (i) => [`S${i}`, i === 59 ? {} : { allOf: [ref(`S${i + 1}`), ref(`S${i + 1}`)] }]),
        ),
      "ok",
    ],
    [
      "2,000 broken ones in 2,000 operations",
      () =>
        specOf(
          "{}",
          {},
          {
            paths: members(2000, (i) => [
              `/p${i}`,
              { get: { responses: { 200: { content: { "application/json": { schema: ref(`gone${i}`) } } } } } },
            ]),
          },
        ),
      "ok",
    ],
  ];
  it.each(cases)("%s", async (_what, text, want) => expectOutcome(text(), want));
});

describe("numbers of things", () => {
  const strings = (count: number) => members(count, (i) => [`p${i}`, { type: "string" }]);
  const cases: [what: string, text: () => string, want: string[] | "ok"][] = [
    ["10,000 properties", () => specOf(JSON.stringify({ properties: strings(10_000) })), "ok"],
    ["100,000 properties", () => specOf(JSON.stringify({ properties: strings(100_000) })), "ok"],
    ["5,000 alternatives", () => specOf(JSON.stringify({ oneOf: Object.values(strings(5_000)) })), "ok"],
    ["100,000 alternatives", () => specOf(JSON.stringify({ oneOf: Object.values(strings(100_000)) })), "ok"],
    [
      "20,000 values of a discriminator",
      () =>
        specOf(
          JSON.stringify({
            oneOf: [ref("B")],
            discriminator: { propertyName: "t", mapping: members(20_000, (i) => [`m${i}`, "B"]) },
          }),
          { B: {} },
        ),
      "ok",
    ],
    ["100,000 values of an enum", () => specOf(JSON.stringify({ enum: many(100_000, (i) => `v${i}`) })), "ok"],
    [
      "20,000 ways to log in, to 10,000 operations",
      () =>
        specOf(
          "{}",
          {},
          {
            security: many(20_000, (i) => ({ [`s${i}`]: [] })),
            paths: members(10_000, (i) => [`/p${i}`, { get: { responses: {} } }]),
          },
        ),
      ["B44-115"],
    ],
    ["4 million empty objects", () => specOf(`{"example":[${"{},".repeat(4e6)}1]}`), TOO_MUCH],
    ["a text of 60 MB", () => specOf(JSON.stringify({ description: "x".repeat(60e6) })), "ok"],
    [
      "a pattern that never ends, and is never run",
      () =>
        specOf(
          JSON.stringify({
            type: "string",
            pattern: "^(a+)+$",
            default: `${"a".repeat(60)}!`,
            example: `${"a".repeat(60)}!`,
          }),
        ),
      "ok",
    ],
  ];
  it.each(cases)("%s", async (_what, text, want) => expectOutcome(text(), want));
});

describe("schemas with very many paths to the same ones", () => {
  const own: Holder = (next, level) => ({
    allOf: next,
    required: ["x", `own${level}`],
    properties: { [`own${level}`]: { minLength: 1 }, shared: { minLength: level } },
    not: { const: level },
  });
  const shapes: [what: string, hold: Holder][] = [
    ["allOf", (allOf) => ({ allOf })],
    ["allOf with properties of their own", own],
    [
      "allOf with other properties forbidden",
      (allOf, level) => ({ allOf, properties: { [`own${level}`]: {} }, additionalProperties: false }),
    ],
    ["anyOf", (anyOf) => ({ anyOf })],
    ["oneOf", (oneOf) => ({ oneOf })],
    ["null and others", (next) => ({ anyOf: [...next, { type: "null" }] })],
    ["anyOf and allOf in turn", (next, level) => ({ [level % 2 ? "allOf" : "anyOf"]: next })],
    ["anyOf with properties", (anyOf, level) => ({ anyOf, properties: { [`own${level}`]: { type: "string" } } })],
    [
      "a discriminator",
      ([a, b]) => ({
        oneOf: [a, b],
        discriminator: { propertyName: "t", mapping: { a: a.$ref as string, b: b.$ref as string } },
      }),
    ],
    ["schemas within schemas", (next) => ({ allOf: next.map((part) => ({ anyOf: [part, { allOf: [part] }] })) })],
    ["$ref beside allOf", ([a, b]) => ({ ...a, allOf: [b] })],
    ["properties", ([a, b]) => ({ properties: { a, b }, required: ["a"] })],
    ["items", (anyOf) => ({ type: "array", items: { anyOf } })],
    ["elements", (prefixItems) => ({ type: "array", prefixItems })],
    ["additionalProperties", (allOf) => ({ additionalProperties: { allOf } })],
    ["conditions", ([a, b]) => ({ if: a, not: b, properties: { a, b } })],
  ];
  const object: JsonObject = { type: "object", properties: { x: { type: "string" } } };
  const lasts: JsonObject[] = [
    { type: "string" },
    { type: "string", format: "binary" },
    { type: "object", properties: { x: { type: "string", readOnly: true }, file: { format: "binary" } } },
  ];

  it.each(shapes)("%s: are written", (_what, hold) => {
    for (const circle of [false, true]) {
      // Where they go round, what is last changes little.
      for (const last of circle && !isLong ? lasts.slice(-1) : lasts) {
        expect(writtenOf(apiWith(layers(hold, last, { circle }))).length).toBeLessThan(1_000_000);
      }
    }
  });

  it.each(shapes)("%s: are compared", (what, hold) => {
    for (const circle of [false, true]) {
      const [before, after] = [object, { ...object, properties: { x: { type: "integer" } } }].map((last) =>
        layers(hold, last, { circle }),
      );
      expect(changesBetween(before as JsonObject, after as JsonObject), what).toBeGreaterThan(0);
    }
  });
});

describe("types that are written within types", () => {
  const CHAIN = isLong ? 1500 : 500;
  const nest = (hold: (inner: JsonObject) => JsonObject, levels: number): JsonObject =>
    levels === 0 ? { type: "string" } : hold(nest(hold, levels - 1));
  const parent = (allOf: Json[], more: JsonObject = {}): JsonObject => ({ oneOf: [refTo("Child")], allOf, ...more });
  const child = (name: string): JsonObject => ({ A0: refTo("Child"), Child: { allOf: [refTo(name)] } });
  const cases: [what: string, schemas: JsonObject][] = [
    [
      "arrays of elements in properties",
      { A0: nest((inner) => ({ properties: { p: { type: "array", prefixItems: [inner] } } }), 44) },
    ],
    [
      "properties beside properties of any name",
      {
        A0: nest((inner) => ({ properties: { p: { items: inner } }, additionalProperties: { type: "string" } }), 44),
      },
    ],
    ...(["readOnly", "additionalProperties"] as const).map((keyword): [string, JsonObject] => [
      `a chain of parents, which ends in ${keyword}`,
      members(CHAIN, (i) => [
        `A${i}`,
        i < CHAIN - 1
          ? {
              allOf: [refTo(`A${i + 1}`)],
              properties: { [`p${i}`]: {}, ...(i === 0 ? { q: { [keyword]: true } } : {}) },
            }
          : { properties: { q: {} }, ...(keyword === "readOnly" ? {} : { [keyword]: { type: "integer" } }) },
      ]) as JsonObject,
    ]),
    [
      "choices beside properties, in choices",
      {
        A0: nest(
          (inner) => ({ properties: { p: {} }, oneOf: [inner, { properties: { o: {} } }], required: ["q"] }),
          44,
        ),
      },
    ],
    ["a parent that is its own parent", { ...child("P"), P: parent([refTo("P")]) }],
    [
      "parents of parents, each in two ways",
      {
        ...child("P0"),
        ...(members(25, (i) => [
          `P${i}`,
          parent(i < 24 ? [refTo(`P${i + 1}`), refTo(`P${i + 1}`)] : [], { properties: { [`p${i}`]: {} } }),
        ]) as JsonObject),
      },
    ],
  ];
  it.each(cases)("%s", (_what, schemas) => {
    expect(writtenOf(apiWith(schemas)).length).toBeLessThan(1_000_000);
  });
});

describe("very many schemas that all reference each other", () => {
  const count = isLong ? 400 : 60;
  const childCount = isLong ? 700 : 300;
  const refs = (make: (index: number) => string, length = count) => many(length, (index) => refTo(make(index)));
  const own = (index: number, more: JsonObject = {}) => ({ [`p${index}`]: { type: "string", ...more } });
  const mesh = (more: (index: number) => JsonObject) =>
    members(count, (i) => [
      `A${i}`,
      {
        required: ["u"],
        properties: own(i),
        oneOf: refs((j) => `A${(i * 7 + j * 13 + 1) % count}`, 20),
        allOf: [refTo(`A${(i + 1) % count}`)],
        ...more(i),
      },
    ]);
  const cases: [what: string, schemas: Record<string, unknown>][] = [
    ["a parent and its children", members(childCount, (i) => [`C${i}`, { allOf: [refTo("A0")], properties: own(i) }])],
    [
      "a parent and its children, each with what only answers have",
      members(childCount, (i) => [
        `C${i}`,
        { allOf: [refTo("A0")], properties: own(i, { readOnly: true }), required: ["id"] },
      ]),
    ],
    [
      "a parent and its children, each with other properties forbidden",
      members(childCount, (i) => [`C${i}`, { allOf: [refTo("A0")], properties: own(i), additionalProperties: false }]),
    ],
    [
      "schemas that each take over all others",
      members(40, (i) => [
        `A${i}`,
        {
          properties: own(i),
          allOf: refs((j) => `A${(i + j + 1) % 40}`, 39),
          required: [`p${i}`, `p${(i + 7) % 40}`],
        },
      ]),
    ],
    [
      "schemas that take over half of the others and choose from the other half",
      members(40, (i) => [
        `A${i}`,
        {
          properties: own(i),
          required: [`p${i}`],
          allOf: refs((j) => `A${(i + j + 1) % 40}`, 19),
          oneOf: refs((j) => `A${(i + j + 20) % 40}`, 20),
        },
      ]),
    ],
    ["a mesh", mesh(() => ({}))],
    ["a mesh with other properties forbidden", mesh(() => ({ additionalProperties: false }))],
    ["a mesh with other properties of a type", mesh(() => ({ additionalProperties: { type: "integer" } }))],
    [
      "a mesh of what only answers have",
      mesh((i) => ({ properties: own(i, { readOnly: true }), required: [`p${i + 1}`] })),
    ],
  ];
  it.each(cases)("%s", (_what, schemas) => {
    const children = Object.keys(schemas).filter((name) => name.startsWith("C"));
    const parent = { properties: { id: { readOnly: true } }, oneOf: children.map(refTo) };
    const text = writtenOf(apiWith({ A0: parent, ...schemas } as JsonObject));
    expect(text.length).toBeLessThan(100_000 + 40 * Object.keys(schemas).length ** 2);
  });

  it("parents that inherit all of each other's children are written", () => {
    const side = 50;
    const schemas = members(2 * side, (i) =>
      i < side
        ? [`A${i}`, { properties: own(i), oneOf: refs((j) => `A${side + j}`, side) }]
        : [`A${i}`, { properties: own(i), allOf: refs((j) => `A${j}`, side) }],
    );
    expect(writtenOf(apiWith(schemas as JsonObject)).length).toBeLessThan(20_000_000);
  });
});

describe("long paths", () => {
  const kinds = ["allOf", "anyOf", "oneOf", "items"] as const;
  it.each(kinds)("a chain of 2,000 by %s is written", (keyword) => {
    const next = (name: string) => (keyword === "items" ? { items: refTo(name) } : { [keyword]: [refTo(name)] });
    const chain = members(2000, (i) => [`A${i}`, i < 1999 ? { ...next(`A${i + 1}`), required: ["x"] } : {}]);
    expect(writtenOf(apiWith(chain as JsonObject))).toContain("A1999");
  });

  it("a chain of 200 by allOf, each without additional properties, has short types", () => {
    const chain = members(200, (i) => [
      `A${i}`,
      {
        allOf: i < 199 ? [refTo(`A${i + 1}`)] : [],
        properties: { [`p${i}`]: {}, [`q${i}`]: refTo(`A${(i * 7) % 200}`) },
        additionalProperties: false,
      },
    ]);
    expect(writtenOf(apiWith(chain as JsonObject)).length).toBeLessThan(2_000_000);
  });

  it("two members of allOf that contain themselves terminate", () => {
    const self = (name: string, more: JsonObject = {}) => ({ properties: { p: refTo(name), ...more } });
    const schemas = { A0: { allOf: [refTo("B"), refTo("C")] }, B: self("B"), C: self("C", { c: { type: "string" } }) };
    expect(changesBetween(schemas, { ...schemas, C: self("C") })).toBeGreaterThan(0);
  });
});
