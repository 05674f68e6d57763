import { describe, expect, it } from "vitest";
import type { Check } from "../../src/runtime/functions/b44-definition.js";
import { validate } from "../../src/runtime/functions/b44-validate.js";

const file = new File(["x"], "a.txt");

/** The checks that references may name. */
const checks: Record<string, Check> = {
  text: { type: ["string"] },
  tree: {
    type: ["object"],
    properties: { name: { type: ["string"] }, children: { items: { ref: "tree" } } },
    others: false,
  },
  loop: { ref: "pool" },
  pool: { all: [{ ref: "loop" }] },
  cat: { required: ["meow"], properties: { kind: { values: ["cat"] } } },
  dog: { required: ["bark"], properties: { kind: { values: ["dog"] }, bark: { type: ["boolean"] } } },
};

const VALID = undefined;

describe("a check and a value", () => {
  const cases: [keyword: string, check: Check, value: unknown, want: string | undefined][] = [
    ["no keyword", {}, { a: 1 }, VALID],
    ["type", { type: ["string"] }, "a", VALID],
    ["type", { type: ["string"] }, 1, " must be of type string"],
    ["type", { type: ["string", "null"] }, true, " must be of type string or null"],
    ["type", { type: ["null"] }, null, VALID],
    ["type: a file", { type: ["string"] }, file, VALID],
    ["type: bytes", { type: ["string"] }, new Uint8Array(1), VALID],
    ["type: a date", { type: ["string"] }, new Date(), VALID],
    ["type: a file is not an object", { type: ["object"] }, file, " must be of type object"],
    ["type: an array is not an object", { type: ["object"] }, [], " must be of type object"],
    ["type: null is not an object", { type: ["object"] }, null, " must be of type object"],
    ["type: integer", { type: ["integer"] }, 1, VALID],
    ["type: integer", { type: ["integer"] }, 1.0, VALID],
    ["type: integer", { type: ["integer"] }, 1.5, " must be of type integer"],
    ["type: a number that is whole", { type: ["number"] }, 1, VALID],
    ["type: not a number", { type: ["number"] }, Number.NaN, " must be of type number"],
    ["type: a string that spells a number", { type: ["number"] }, "1", " must be of type number"],
    ["values", { values: ["a", 1, null] }, 1, VALID],
    ["values", { values: ["a", 1, null] }, "1", ' must be "a" or 1 or null'],
    ["values: objects", { values: [{ a: [1] }] }, { a: [1] }, VALID],
    ["values: objects", { values: [{ a: [1] }] }, { a: [2] }, ' must be {"a":[1]}'],
    [
      "values: objects with more than one member",
      { values: [{ a: 1, b: 2 }] },
      { a: 1, b: 3 },
      ' must be {"a":1,"b":2}',
    ],
    ["values: arrays are not objects", { values: [{}] }, [], " must be {}"],
    [
      "values: of many, ten are told",
      { values: [...Array(12).keys()] },
      "x",
      " must be one of 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 …",
    ],
    ["min", { min: 1 }, 1, VALID],
    ["min", { min: 1 }, 0, " must be at least 1"],
    ["max", { max: 1 }, 2, " must be at most 1"],
    ["above", { above: 1 }, 1, " must be more than 1"],
    ["below", { below: 1 }, 1, " must be less than 1"],
    ["min of a string", { min: 1 }, "0", VALID],
    ["minSize", { minSize: { string: 2 } }, "a", " must have at least 2 characters"],
    ["maxSize in code points", { maxSize: { string: 1 } }, "😀", VALID],
    ["maxSize", { maxSize: { string: 1 } }, "ab", " must have at most 1 characters"],
    ["maxSize of a file", { maxSize: { string: 0 } }, file, VALID],
    ["minSize", { minSize: { array: 1 } }, [], " must have at least 1 items"],
    ["maxSize", { maxSize: { array: 1 } }, [1, 2], " must have at most 1 items"],
    ["minSize", { minSize: { object: 1 } }, { a: undefined }, " must have at least 1 members"],
    ["maxSize", { maxSize: { object: 1 } }, { a: 1, b: 2 }, " must have at most 1 members"],
    ["minSize of another kind", { minSize: { array: 1 } }, "", VALID],
    ["items", { items: { type: ["string"] } }, ["a", 1], "/1 must be of type string"],
    ["items of something other than an array", { items: { type: ["string"] } }, { 0: 1 }, VALID],
    [
      "prefixItems",
      { prefixItems: [{ type: ["string"] }], items: { type: ["number"] } },
      ["a", "b"],
      "/1 must be of type number",
    ],
    ["prefixItems", { prefixItems: [{ type: ["string"] }] }, [1], "/0 must be of type string"],
    ["items: false", { prefixItems: [{}], items: false }, [1, 2], "/1 is not allowed"],
    ["properties", { properties: { a: { type: ["string"] } } }, { a: 1 }, "/a must be of type string"],
    ["properties of no object", { properties: { length: { type: ["string"] } } }, [1], VALID],
    ["properties: undefined is missing", { properties: { a: { type: ["string"] } } }, { a: undefined }, VALID],
    ["a pointer with ~ and /", { properties: { "a~/b": { min: 1 } } }, { "a~/b": 0 }, "/a~0~1b must be at least 1"],
    ["required", { required: ["a"] }, { a: null }, VALID],
    ["required", { required: ["a"] }, {}, ' lacks "a"'],
    ["required: undefined is missing", { required: ["a"] }, { a: undefined }, ' lacks "a"'],
    ["required: an inherited name", { required: ["toString"] }, {}, ' lacks "toString"'],
    ["required of no object", { required: ["a"] }, [], VALID],
    ["others", { properties: { a: {} }, others: { type: ["string"] } }, { a: 1, b: 1 }, "/b must be of type string"],
    ["others: false", { properties: { a: {} }, others: false }, { a: 1, b: 1 }, "/b is not allowed"],
    ["others: an inherited name", { properties: {}, others: false }, { constructor: 1 }, "/constructor is not allowed"],
    ["others: __proto__", { others: false }, JSON.parse('{"__proto__":1}'), "/__proto__ is not allowed"],
    [
      "properties: __proto__",
      { properties: JSON.parse('{"__proto__":{"type":["string"]}}') },
      JSON.parse('{"__proto__":1}'),
      "/__proto__ must be of type string",
    ],
    ["all", { all: [{ type: ["number"] }, { min: 5 }] }, 4, " must be at least 5"],
    ["any", { any: [{ type: ["string"] }, { min: 5 }] }, 5, VALID],
    ["any", { any: [{ type: ["string"] }, { type: ["null"] }] }, 5, " fits none of the allowed forms"],
    ["any: of none", { any: [] }, 5, " fits none of the allowed forms"],
    ["any: of one", { any: [{ type: ["string"] }] }, 5, " must be of type string"],
    [
      "any: the form that is nearest",
      { any: [{ ref: "cat" }, { ref: "dog" }] },
      { kind: "dog", bark: 1 },
      "/bark must be of type boolean",
    ],
    ["any of two that fit", { any: [{ ref: "cat" }, { ref: "dog" }] }, { kind: "cat", meow: 1 }, VALID],
    ["ref", { ref: "text" }, 1, " must be of type string"],
    ["ref beside other keywords", { ref: "text", maxSize: { string: 1 } }, "ab", " must have at most 1 characters"],
    ["ref to nothing", { ref: "toString" }, 1, VALID],
    [
      "a reference to itself",
      { ref: "tree" },
      { name: "a", children: [{ name: "b", children: [{ name: 3 }] }] },
      "/children/0/children/0/name must be of type string",
    ],
    ["references in a circle", { ref: "loop" }, 1, VALID],
    ["references in a circle", { ref: "loop" }, { a: 1 }, VALID],
  ];

  it.each(cases)("%s: %j and %j", (_, check, value, want) => {
    const fault = validate({ check, value, checks });
    expect(fault && `${fault.pointer} ${fault.problem}`).toBe(want);
  });
});

describe("loose, for parameters", () => {
  it.each<[check: Check, value: unknown, valid: boolean]>([
    [{ type: ["integer"] }, "12", true],
    [{ type: ["integer"] }, "12345678901234567890", true],
    [{ type: ["integer"] }, "1.5", false],
    [{ type: ["number"] }, "-1.5e3", true],
    [{ type: ["number"] }, "", false],
    [{ type: ["number"] }, " 1", false],
    [{ type: ["number"] }, "0x10", false],
    [{ type: ["number"], max: 5 }, "6", false],
    [{ type: ["boolean"] }, "true", true],
    [{ type: ["boolean"] }, "yes", false],
    [{ type: ["boolean"] }, "untrue", false],
    [{ type: ["boolean"] }, "trueish", false],
    [{ type: ["integer"] }, "x1", false],
    [{ type: ["string"] }, 5, true],
    [{ type: ["string"] }, 5n, true],
    [{ type: ["string"] }, false, true],
    [{ type: ["string"], maxSize: { string: 1 } }, 10, false],
    [{ type: ["string"] }, {}, false],
    [{ type: ["integer"], values: [1, 2] }, "2", true],
    [{ values: [1, 2] }, "2", true],
    [{ values: [1, 2] }, "3", false],
    [{ values: ["true"] }, true, true],
    [{ type: ["string", "integer"], values: ["1"] }, "1", true],
    [{ type: ["string", "integer"], maxSize: { string: 1 } }, "12", false],
    [{ type: ["string", "boolean"], maxSize: { string: 1 } }, true, true],
    [{ values: ["1"] }, ["1"], false],
    [{ type: ["array"], items: { type: ["integer"] } }, ["1", "2"], true],
    [{ type: ["array"], items: { type: ["integer"] } }, ["1", "a"], false],
    [{ any: [{ type: ["integer"] }, { type: ["null"] }] }, "1", true],
  ])("%o and %o: %s", (check, value, valid) => {
    expect(validate({ check, value, checks, loose: true }) === undefined).toBe(valid);
  });
});

describe("values that could take forever", () => {
  it("a choice of the same reference at every level", () => {
    const twice: Record<string, Check> = {
      node: { properties: { next: { any: [{ ref: "node" }, { ref: "node" }] } }, required: ["id"] },
    };
    let value: object = {};
    for (let level = 0; level < 200; level++) value = { id: level, next: value };
    expect(validate({ check: { ref: "node" }, value, checks: twice })?.pointer).toMatch(/^(\/next){200}$/);
  });

  it("a value that is nested very deeply", () => {
    let value: object = {};
    for (let level = 0; level < 100_000; level++) value = { children: [value] };
    expect(validate({ check: { ref: "tree" }, value, checks })?.problem).toBe("is nested too deeply");
  });

  it("a long array", () => {
    const value = Array.from({ length: 20_000 }, (_, index) => ({ name: String(index) }));
    expect(validate({ check: { items: { ref: "tree" } }, value, checks })).toBeUndefined();
  });

  it("a reference that doubles with each name", () => {
    const chain: Record<string, Check> = { n0: { type: ["string"] } };
    for (let at = 1; at <= 40; at++) chain[`n${at}`] = { all: [{ ref: `n${at - 1}` }, { ref: `n${at - 1}` }] };
    expect(validate({ check: { ref: "n40" }, value: 1, checks: chain })?.problem).toBe("must be of type string");
    expect(validate({ check: { ref: "n40" }, value: "a", checks: chain })).toBeUndefined();
  });
});

it("no fault quotes the value", () => {
  const secret = "s3cr3t";
  for (const check of [
    { type: ["number"] },
    { values: [1] },
    { maxSize: { string: 1 } },
    { any: [{ type: ["null"] }] },
  ] as Check[]) {
    expect(JSON.stringify(validate({ check, value: secret, checks }))).not.toContain(secret);
  }
});
