import { beforeAll, describe, expect, it } from "vitest";
import { type Generated, generated, rejection, usePlatform } from "./support.js";

const platform = usePlatform();

/** What came over the wire, as text: a comparison of objects would not see a key `__proto__`. */
async function sent(api: Generated, name: string, args: object): Promise<string> {
  await api.functions[name]!(platform.client(), args);
  expect(platform.received).toHaveLength(1);
  return JSON.stringify(platform.received[0]!.body);
}

type Row = { operation: string; empty: unknown; string: unknown; array: unknown; object: unknown };

const VALUES = {
  empty: "",
  string: "blue",
  array: ["blue", "black", "brown"],
  object: { R: 100, G: 200, B: 150 },
} as const;

/** The cell of the table says `n/a`: the specification leaves it open. */
const NOT_APPLICABLE = Symbol("n/a");

/** The cells of rows, each with the operation of the row and the kind of value of the column. */
function cells(rows: Row[]): [operation: string, kind: keyof typeof VALUES, want: unknown][] {
  const kinds = Object.keys(VALUES) as (keyof typeof VALUES)[];
  return rows
    .flatMap((row) => kinds.map((kind) => [row.operation, kind, row[kind]] as [string, typeof kind, unknown]))
    .filter(([, , want]) => want !== NOT_APPLICABLE);
}

describe("style examples (OpenAPI 3.1, section 4.8.12.5)", () => {
  let styles: Generated;

  beforeAll(async () => {
    styles = await generated({ spec: "styles.yaml", slug: "styles" });
  });

  describe("in the path", () => {
    /** An empty value is refused in every style, whatever the table says: it could reach another path. */
    const REFUSED = Symbol("refused");
    const rows: Row[] = [
      {
        operation: "matrix",
        empty: REFUSED,
        string: ";color=blue",
        array: ";color=blue,black,brown",
        object: ";color=R,100,G,200,B,150",
      },
      {
        operation: "matrixExplode",
        empty: REFUSED,
        string: ";color=blue",
        array: ";color=blue;color=black;color=brown",
        object: ";R=100;G=200;B=150",
      },
      {
        operation: "label",
        empty: REFUSED,
        string: ".blue",
        array: ".blue,black,brown",
        object: ".R,100,G,200,B,150",
      },
      {
        operation: "labelExplode",
        empty: REFUSED,
        string: ".blue",
        array: ".blue.black.brown",
        object: ".R=100.G=200.B=150",
      },
      {
        operation: "simple",
        empty: REFUSED,
        string: "blue",
        array: "blue,black,brown",
        object: "R,100,G,200,B,150",
      },
      {
        operation: "simpleExplode",
        empty: REFUSED,
        string: "blue",
        array: "blue,black,brown",
        object: "R=100,G=200,B=150",
      },
    ];
    it.each(cells(rows))("%s, %s", async (operation, kind, want) => {
      const call = () => sent(styles, operation, { pathParams: { color: VALUES[kind] } });
      if (want !== REFUSED) expect(await call()).toBe(JSON.stringify({ path_params: { color: want } }));
      else
        expect(await rejection(call())).toMatchObject({ status: 400, data: { parameter: 'path parameter "color"' } });
    });

    it("refuses a dot segment that the style makes", async () => {
      const error = await rejection(sent(styles, "label", { pathParams: { color: "." } }));
      expect(error).toMatchObject({
        status: 400,
        message: 'get:/label/{color}: path parameter "color" is empty or dots',
      });
      expect(platform.received).toEqual([]);
    });

    it.each([
      ["matrix", ";color=a"],
      ["label", ".a"],
    ])("takes a list with one item (%s)", async (operation, want) => {
      expect(await sent(styles, operation, { pathParams: { color: ["a"] } })).toContain(`"${want}"`);
    });
  });

  describe("in the query", () => {
    const rows: Row[] = [
      {
        operation: "form",
        empty: { color: "" },
        string: { color: "blue" },
        array: { color: "blue,black,brown" },
        object: { color: "R,100,G,200,B,150" },
      },
      {
        operation: "formExplode",
        empty: { color: "" },
        string: { color: "blue" },
        array: { color: ["blue", "black", "brown"] },
        object: { R: "100", G: "200", B: "150" },
      },
      {
        operation: "spaceDelimited",
        empty: NOT_APPLICABLE,
        string: NOT_APPLICABLE,
        array: { color: "blue black brown" },
        object: { color: "R 100 G 200 B 150" },
      },
      {
        operation: "pipeDelimited",
        empty: NOT_APPLICABLE,
        string: NOT_APPLICABLE,
        array: { color: "blue|black|brown" },
        object: { color: "R|100|G|200|B|150" },
      },
      {
        operation: "deepObject",
        empty: NOT_APPLICABLE,
        string: NOT_APPLICABLE,
        array: NOT_APPLICABLE,
        object: { "color[R]": "100", "color[G]": "200", "color[B]": "150" },
      },
    ];
    it.each(cells(rows))("%s, %s", async (operation, kind, want) => {
      const body = await sent(styles, operation, { queryParams: { color: VALUES[kind] } });
      expect(body).toBe(JSON.stringify({ query_params: want }));
    });
  });

  describe("the default style", () => {
    const rows: [operation: string, place: "path" | "query", value: unknown, want: unknown][] = [
      ["nothingSaid", "query", VALUES.array, { color: ["blue", "black", "brown"] }],
      ["formByDefault", "query", VALUES.object, { R: "100", G: "200", B: "150" }],
      ["spaceDelimitedByDefault", "query", VALUES.array, { color: "blue black brown" }],
      ["pipeDelimitedByDefault", "query", VALUES.array, { color: "blue|black|brown" }],
      ["deepObjectByDefault", "query", VALUES.object, { "color[R]": "100", "color[G]": "200", "color[B]": "150" }],
      ["nothingSaidPath", "path", VALUES.object, { color: "R,100,G,200,B,150" }],
      ["labelByDefault", "path", VALUES.array, { color: ".blue,black,brown" }],
      ["matrixByDefault", "path", VALUES.array, { color: ";color=blue,black,brown" }],
    ];
    it.each(rows)("%s in the %s", async (operation, place, color, want) => {
      const body = await sent(styles, operation, { [`${place}Params`]: { color } });
      expect(body).toBe(JSON.stringify({ [`${place}_params`]: want }));
    });
  });

  describe("beyond the table", () => {
    const rows: [given: string, operation: string, value: unknown, want: object][] = [
      ["an object in an object", "deepObject", { a: { b: 1 } }, { "color[a][b]": "1" }],
      ["an array in an object", "deepObject", { a: [1, 2] }, { "color[a][]": ["1", "2"] }],
      ["an array", "deepObject", ["x", "y"], { "color[]": ["x", "y"] }],
      ["an array of objects", "deepObject", [{ a: 1 }, { a: 2 }], { "color[0][a]": "1", "color[1][a]": "2" }],
      ["a string", "deepObject", "x", { color: "x" }],
      ["a string", "pipeDelimited", "x", { color: "x" }],
      ["a date in an object", "deepObject", { gt: new Date(0) }, { "color[gt]": "1970-01-01T00:00:00.000Z" }],
      ["an array in an object", "formExplode", { a: [1, 2], b: 3 }, { a: ["1", "2"], b: "3" }],
      ["an object in an object", "formExplode", { a: { b: 1 } }, { a: '{"b":1}' }],
      ["an object in an array", "formExplode", [{ a: 1 }], { color: ['{"a":1}'] }],
      ["an object in an array", "form", [{ a: 1 }, 2], { color: '{"a":1},2' }],
    ];
    it.each(rows)("%s (%s)", async (_given, operation, color, want) => {
      expect(await sent(styles, operation, { queryParams: { color } })).toBe(JSON.stringify({ query_params: want }));
    });
  });

  describe("content", () => {
    const rows: [operation: string, value: unknown, want: string][] = [
      ["json", VALUES.object, '{"R":100,"G":200,"B":150}'],
      ["json", VALUES.array, '["blue","black","brown"]'],
      ["json", "blue", '"blue"'],
      ["json", 1, "1"],
      ["json", false, "false"],
      ["json", [], "[]"],
      ["json", {}, "{}"],
      ["vendorJson", { R: 1 }, '{"R":1}'],
      ["text", "blue", "blue"],
    ];
    it.each(rows)("%s of %j", async (operation, color, want) => {
      const body = await sent(styles, operation, { queryParams: { color } });
      expect(body).toBe(JSON.stringify({ query_params: { color: want } }));
    });

    it("application/json in the path", async () => {
      const body = await sent(styles, "jsonPath", { pathParams: { color: { R: [1] } } });
      expect(body).toBe(JSON.stringify({ path_params: { color: '{"R":[1]}' } }));
    });
  });

  describe("is omitted", () => {
    const operations = ["form", "formExplode", "spaceDelimited", "pipeDelimited", "deepObject"];
    const values: [given: string, value: unknown][] = [
      ["undefined", undefined],
      ["null", null],
      ["an empty array", []],
      ["an array without values", [undefined, null]],
      ["an empty object", {}],
      ["an object of nothing", { R: undefined, G: null }],
    ];
    const pairs = operations.flatMap((operation) => values.map((value) => [operation, ...value] as const));
    it.each(pairs)("%s: %s", async (operation, _given, color) => {
      expect(await sent(styles, operation, { queryParams: { color } })).toBe('{"query_params":{}}');
    });

    it.each([
      ["undefined", undefined],
      ["null", null],
    ])("json: %s", async (_given, color) => {
      expect(await sent(styles, "json", { queryParams: { color } })).toBe('{"query_params":{}}');
    });

    const gaps: [operation: string, value: unknown, want: object][] = [
      ["form", ["a", null, "b", undefined], { color: "a,b" }],
      ["formExplode", ["a", null, "b", undefined], { color: ["a", "b"] }],
      ["deepObject", { R: null, G: 1, B: undefined }, { "color[G]": "1" }],
      ["pipeDelimited", { R: null, G: 1, B: undefined }, { color: "G|1" }],
    ];
    it.each(gaps)("%s: missing members of %j", async (operation, color, want) => {
      expect(await sent(styles, operation, { queryParams: { color } })).toBe(JSON.stringify({ query_params: want }));
    });
  });

  describe("a value is a string", () => {
    const values: [given: string, value: unknown, want: string][] = [
      ["true", true, "true"],
      ["false", false, "false"],
      ["0", 0, "0"],
      ["a fraction", 0.1, "0.1"],
      ["a large number", 1e21, "1e+21"],
      ["a bigint", 9007199254740993n, "9007199254740993"],
      ["a date", new Date(0), "1970-01-01T00:00:00.000Z"],
      ["a string with delimiters", "a,b c|d&e", "a,b c|d&e"],
    ];
    it.each(values)("from %s", async (_given, color, want) => {
      expect(await sent(styles, "form", { queryParams: { color } })).toBe(
        JSON.stringify({ query_params: { color: want } }),
      );
    });

    it.each(values)("from %s in an array", async (_given, color, want) => {
      const body = await sent(styles, "formExplode", { queryParams: { color: [color, color] } });
      expect(body).toBe(JSON.stringify({ query_params: { color: [want, want] } }));
    });
  });

  describe("a name", () => {
    const names = [
      "ids[]",
      "filter[name]",
      "__proto__",
      "constructor",
      "prototype",
      "toJSON",
      "then",
      "a b&c=d#é\"'\\",
    ];

    it.each(names)("%s of a string", async (name) => {
      const body = await sent(styles, "names", { queryParams: { [name]: "x" } });
      expect(body).toBe(`{"query_params":{${JSON.stringify(name)}:"x"}}`);
    });

    it.each(names)("%s of an array", async (name) => {
      const body = await sent(styles, "names", { queryParams: { [name]: [1, 2] } });
      expect(body).toBe(`{"query_params":{${JSON.stringify(name)}:["1","2"]}}`);
    });

    it.each(names)("%s with a style of its own", async (name) => {
      const body = await sent(styles, "pipedNames", { queryParams: { [name]: [1, 2] } });
      expect(body).toBe(`{"query_params":{${JSON.stringify(name)}:"1|2"}}`);
    });

    it.each(names)("%s as a key of a deep object", async (name) => {
      const body = await sent(styles, "deepObject", { queryParams: { color: { [name]: 1 } } });
      expect(body).toBe(`{"query_params":{${JSON.stringify(`color[${name}]`)}:"1"}}`);
    });

    it.each(names)("%s as a key of an exploded object", async (name) => {
      const body = await sent(styles, "formExplode", { queryParams: { color: { [name]: 1 } } });
      expect(body).toBe(`{"query_params":{${JSON.stringify(name)}:"1"}}`);
    });

    it("of an inherited member has no style from it", async () => {
      const args = { pathParams: { toString: [1, 2] }, queryParams: { valueOf: [3, 4] } };
      const body = await sent(styles, "otherStyles", args);
      expect(body).toBe('{"path_params":{"toString":"1,2"},"query_params":{"valueOf":["3","4"]}}');
    });
  });
});

describe("a query string that is a form (OpenAPI 3.2)", () => {
  let queries: Generated;

  beforeAll(async () => {
    queries = await generated({ spec: "query-string.yaml", slug: "queries" });
  });

  const rows: [operation: string, form: object, want: object][] = [
    ["form", { text: "a b", count: 1, other: true }, { text: "a b", count: "1", other: "true" }],
    ["form", { list: ["a", "b"] }, { list: ["a", "b"] }],
    ["form", { object: { a: 1 } }, { object: '{"a":1}' }],
    ["form", { commas: ["a", "b"], pipes: ["c", "d"] }, { commas: "a,b", pipes: "c|d" }],
    ["form", { deep: { a: 1 }, members: { b: 2 } }, { "deep[a]": "1", b: "2" }],
    ["form", { json: ["a"] }, { json: '["a"]' }],
    ["form", { text: null, list: [], object: undefined }, {}],
    ["plain", { constructor: "a", list: [1], object: {} }, { constructor: "a", list: ["1"], object: "{}" }],
  ];
  it.each(rows)("%s of %j", async (operation, filter, want) => {
    const body = await sent(queries, operation, { queryParams: { filter } });
    expect(body).toBe(JSON.stringify({ query_params: want }));
  });

  it.each([[undefined], [null], ["text"]])("plain of %j", async (filter) => {
    expect(await sent(queries, "plain", { queryParams: { filter } })).toBe('{"query_params":{}}');
  });
});

describe("collection formats (Swagger 2.0)", () => {
  let formats: Generated;
  const list = ["blue", "black", "brown"];

  beforeAll(async () => {
    formats = await generated({ spec: "collection-formats.json", slug: "formats" });
  });

  const rows: [format: string, query: unknown][] = [
    ["none", "blue,black,brown"],
    ["csv", "blue,black,brown"],
    ["ssv", "blue black brown"],
    ["tsv", "blue\tblack\tbrown"],
    ["pipes", "blue|black|brown"],
    ["multi", list],
  ];
  it.each(rows)("%s in the query", async (format, want) => {
    const body = await sent(formats, "inQuery", { queryParams: { [format]: list } });
    expect(body).toBe(JSON.stringify({ query_params: { [format]: want } }));
  });

  it.each(rows.filter(([format]) => format !== "multi"))("%s in the path", async (format, want) => {
    const others = { none: "x", csv: "x", ssv: "x", tsv: "x", pipes: "x" };
    const body = await sent(formats, "inPath", { pathParams: { ...others, [format]: list } });
    expect(body).toBe(JSON.stringify({ path_params: { ...others, [format]: want } }));
  });
});
