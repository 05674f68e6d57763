import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { write } from "../cli/support/folders.js";
import { clientOf } from "./support/dev-server.js";
import { usePlatform } from "./support/platform.js";
import { type GeneratedModule, projectOf } from "./support/project.js";
import { useUpstream } from "./support/upstream.js";
import { startWorkerd } from "./support/workerd.js";

const upstream = useUpstream();
const platform = usePlatform();

/** A function that does what a validator does that compiles itself at run time. */
const COMPILES = `export default async function handler() {
  try {
    return Response.json({ compiled: new Function("return 1")() });
  } catch (error) {
    return Response.json({ refused: error.name });
  }
}
`;

let orders: GeneratedModule = {};
const client = () => clientOf(platform.origin, "user");

beforeAll(async () => {
  const spec = join(import.meta.dirname, "specs/orders.yaml");
  const via = { function: { secrets: { key: "ORDERS_KEY" } } };
  const project = projectOf({
    lang: "ts",
    apis: { orders: { spec, via, operations: "all", baseUrl: upstream.origin } },
  });
  await project.generate();
  write(project.folder, "base44/functions/compiles/entry.ts", COMPILES);
  const names = ["orders", "compiles"];
  await platform.serve(await startWorkerd({ folder: project.folder, names, secrets: { ORDERS_KEY: "k" } }));
  orders = await project.load("orders.ts");
}, 120_000);

describe("input, in workerd", () => {
  test("workerd compiles no code while it serves", async () => {
    const { data } = await client().functions.invoke("compiles", {});
    expect(data).toEqual({ refused: "EvalError" });
  });

  const item = { sku: "a" };

  test.each<[what: string, payload: unknown]>([
    ["the least", { items: [item] }],
    ["items in items", { items: [{ sku: "a", count: 2, color: "red", parts: [{ sku: "b", parts: [] }] }] }],
    ["one of two forms", { items: [item], ship: { pickup: true } }],
    ["null if that is allowed", { items: [item], note: null }],
  ])("%s goes to the API as it is", async (_, payload) => {
    upstream.json(201, payload);
    expect(await orders.placeOrder?.(client(), { payload })).toMatchObject({ success: true, status_code: 201 });
    expect(JSON.parse(String(upstream.received[0]?.body))).toEqual(payload);
  });

  test.each<[what: string, payload: unknown, pointer: string, problem: string]>([
    ["no payload", undefined, "/payload", "is missing"],
    ["another type", [], "/payload", "must be of type object"],
    ["a member that lacks", {}, "/payload", 'lacks "items"'],
    ["a member too many", { items: [item], colour: 1 }, "/payload/colour", "is not allowed"],
    ["too few", { items: [] }, "/payload/items", "must have at least 1 items"],
    ["too many", { items: [item, item, item, item] }, "/payload/items", "must have at most 3 items"],
    [
      "no value of an enum",
      { items: [{ ...item, color: "green" }] },
      "/payload/items/0/color",
      'must be "red" or "blue"',
    ],
    ["a number too small", { items: [item, { ...item, count: 0 }] }, "/payload/items/1/count", "must be at least 1"],
    ["no integer", { items: [{ ...item, count: 1.5 }] }, "/payload/items/0/count", "must be of type integer"],
    [
      "deep down",
      { items: [{ sku: "a", parts: [item, { sku: 7 }] }] },
      "/payload/items/0/parts/1/sku",
      "must be of type string",
    ],
    ["too long", { items: [item], note: "123456" }, "/payload/note", "must have at most 5 characters"],
    ["none of two forms", { items: [item], ship: { street: 1 } }, "/payload/ship/street", "must be of type string"],
  ])("%s is refused with its place, and nothing is sent", async (_, payload, pointer, problem) => {
    await expect(orders.placeOrder?.(client(), { payload })).rejects.toMatchObject({
      name: "Base44Error",
      status: 400,
      code: "invalid_input",
      message: `post:/orders: ${pointer} ${problem}`,
      data: { operation: "post:/orders", pointer },
    });
    expect(upstream.received).toEqual([]);
  });

  test("a body that is not JSON", async () => {
    const response = await client().functions.fetch("/orders", { method: "POST", body: '{ "operation": ' });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: "invalid_input" });
  });
});

describe("NDJSON, in workerd", () => {
  const one = { items: [{ sku: "grün" }] };
  const two = { items: [{ sku: "b" }], note: null };
  const headers = { "content-type": "application/x-ndjson; charset=utf-8" };

  test("a line arrives before the next one is written", async () => {
    let goOn = () => {};
    const hasArrived = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    async function* body() {
      const bytes = Buffer.from(`${JSON.stringify(one)}\n${JSON.stringify(two)}`);
      const inLetter = bytes.indexOf("ü") + 1;
      yield bytes.subarray(0, inLetter);
      yield bytes.subarray(inLetter, bytes.indexOf("\n") + 1);
      await hasArrived;
      yield bytes.subarray(bytes.indexOf("\n") + 1);
    }
    upstream.answer = { status: 200, headers, body: body() };
    const result = await orders.watchOrders?.(client(), { queryParams: { since: 5 } });
    expect(result).toMatchObject({ success: true, status_code: 200 });
    const seen: unknown[] = [];
    for await (const order of result.data) {
      seen.push(order);
      goOn();
    }
    expect(seen).toEqual([one, two]);
    expect(upstream.received[0]).toMatchObject({ method: "GET", url: "/orders/watch?since=5&key=k" });
  }, 15_000);

  test("it responds to an upload", async () => {
    upstream.answer = { status: 200, headers, body: `${JSON.stringify(one)}\n${JSON.stringify(two)}\n` };
    const file = new File([Uint8Array.of(0, 255)], "ü.csv", { type: "text/csv" });
    const result = await orders.importOrders?.(client(), { payload: { file, note: "grün" } });
    const seen: unknown[] = [];
    for await (const order of result.data) seen.push(order);
    expect(seen).toEqual([one, two]);
    const [request] = upstream.received;
    expect(request).toMatchObject({ method: "POST", url: "/orders/import?key=k" });
    const type = { headers: { "content-type": String(request?.headers["content-type"]) } };
    const form = await new Response(new Uint8Array(request?.body ?? []), type).formData();
    expect(form.get("note")).toBe("grün");
    const came = form.get("file") as File;
    expect([came.name, came.type]).toEqual(["ü.csv", "text/csv"]);
    expect([...new Uint8Array(await came.arrayBuffer())]).toEqual([0, 255]);

    const refused = orders.importOrders?.(client(), { payload: { file, note: "too long" } });
    await expect(refused).rejects.toMatchObject({ name: "Base44Error", status: 400, code: "invalid_input" });
    expect(upstream.received).toHaveLength(1);
  });

  test("the API does not respond", async () => {
    const nowhere = clientOf("http://127.0.0.1:1", "user");
    await expect(orders.watchOrders?.(nowhere)).rejects.toMatchObject({ name: "Base44Error", status: undefined });
    await expect(orders.placeOrder?.(nowhere, { payload: one })).rejects.toMatchObject({
      name: "Base44Error",
      status: undefined,
    });
  });

  test("leaving the loop early closes the stream, including the API's", async () => {
    let close = () => {};
    const isClosed = new Promise<void>((resolve) => {
      close = resolve;
    });
    async function* body() {
      try {
        for (;;) {
          yield `${JSON.stringify(one)}\n`;
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
      } finally {
        close();
      }
    }
    upstream.answer = { status: 200, headers, body: body() };
    const result = await orders.watchOrders?.(client());
    for await (const order of result.data) {
      expect(order).toEqual(one);
      break;
    }
    await isClosed;
  }, 15_000);

  test("an error response is a result, and invalid input rejects, as without a stream", async () => {
    upstream.json(409, { by: "Ada" });
    expect(await orders.watchOrders?.(client())).toEqual({ success: false, status_code: 409, data: { by: "Ada" } });
    await expect(orders.watchOrders?.(client(), { queryParams: { since: -1 } })).rejects.toMatchObject({
      status: 400,
      code: "invalid_input",
      message: 'get:/orders/watch: query parameter "since" must be at least 0',
    });
  });
});
