import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { read, write } from "../cli/support/folders.js";
import { type DevServer, startDevServer } from "./support/dev-server.js";
import { type GeneratedModule, projectOf } from "./support/project.js";

const spec = join(import.meta.dirname, "specs/orders.yaml");

const SEND_INVOICE = {
  input: `${spec}#/components/schemas/Order`,
  output: { type: "object", required: ["lines"], properties: { lines: { type: "integer" }, by: { type: "string" } } },
};

/** The app's own functions, each entry filled with this code; `null` leaves it as it was written. */
const FUNCTIONS: Record<string, { config: object; run: string | null }> = {
  sendInvoice: {
    config: SEND_INVOICE,
    run: `async function run(input: Input, { user }: Context): Promise<Output> {
  if (input.note === "stop") throw Object.assign(new Error("No more invoices"), { status: 409, code: "stopped" });
  if (input.note === "crash") throw new Error("a detail that nobody has to see");
  if (input.note === "wrong") return { lines: "none" } as never;
  return { lines: input.items.length, by: String(user?.email) };
}`,
  },
  ping: {
    config: { output: { type: "string" }, access: "public" },
    run: `async function run(_input: Input, { user }: Context): Promise<Output> {
  return user === null ? "anybody" : "somebody";
}`,
  },
  unwritten: { config: {}, run: null },
};

/** The part of a new entry that is the user's to write. */
const UNWRITTEN = /async function run\(.*\n(?: .*\n)+\}/;

describe("own functions: the app's call, the SDK, base44 dev, the written entry", () => {
  let server: DevServer;
  let calls: GeneratedModule = {};

  beforeAll(async () => {
    const configOf = (names: string[]) => {
      const functions = Object.fromEntries(names.map((name) => [name, FUNCTIONS[name]?.config]));
      return { lang: "ts", apis: {}, functions };
    };
    const project = projectOf(configOf(["sendInvoice", "unwritten"]));
    await project.generate();
    project.configure(configOf(Object.keys(FUNCTIONS)));
    await project.generate("--legacy-serve");
    for (const [name, { run }] of Object.entries(FUNCTIONS)) {
      const path = `base44/functions/${name}/entry.ts`;
      const text = read(project.folder, path);
      expect(text).toContain(name === "ping" ? "Deno.serve(" : "export default");
      if (run)
        write(
          project.folder,
          path,
          text.replace(UNWRITTEN, () => run),
        );
    }
    await project.generate();
    server = await startDevServer(project.folder, {});
    calls = await project.load("functions/index.ts");
  }, 120_000);
  afterAll(() => server?.stop());

  const items = [{ sku: "a" }, { sku: "b" }];

  test("input is passed, output is returned, and the entry knows the caller", async () => {
    expect(await calls.sendInvoice?.(server.client(), { items })).toEqual({ lines: 2, by: "dev@local.test" });
  });

  test("without input, public, served in the older form", async () => {
    expect(await calls.ping?.(server.client("nobody"))).toBe("anybody");
  });

  test.each<[what: string, input: unknown, pointer: string]>([
    ["a member that lacks", {}, ""],
    ["another type", { items: [{ sku: 5 }] }, "/items/0/sku"],
    ["a member too many", { items, colour: "red" }, "/colour"],
  ])("%s is refused with 400 and its place", async (_, input, pointer) => {
    await expect(calls.sendInvoice?.(server.client(), input)).rejects.toMatchObject({
      name: "Base44Error",
      status: 400,
      code: "invalid_input",
      data: { operation: "sendInvoice", pointer },
    });
  });

  test("an error with a status is passed on", async () => {
    const failure = { name: "Base44Error", status: 409, code: "stopped", message: "No more invoices" };
    await expect(calls.sendInvoice?.(server.client(), { items, note: "stop" })).rejects.toMatchObject(failure);
  });

  test.each([
    ["any other error", "crash", "a detail that nobody has to see"],
    ["output of another form", "wrong", "the output at /lines must be of type integer"],
  ])("%s is not told, but logged", async (_, note, detail) => {
    const failure = { status: 500, code: "internal_error", message: "sendInvoice failed", data: null };
    await expect(calls.sendInvoice?.(server.client(), { items, note })).rejects.toMatchObject(failure);
    await expect.poll(() => server.log(), { timeout: 10_000 }).toContain(`sendInvoice: ${detail}`);
  });

  test("a caller who is not signed in is refused", async () => {
    const refused = calls.sendInvoice?.(server.client("nobody"), { items });
    await expect(refused).rejects.toMatchObject({ status: 401, code: "not_signed_in" });
  });

  test("an entry that is not written yet responds with 501", async () => {
    const refused = calls.unwritten?.(server.client());
    await expect(refused).rejects.toMatchObject({ status: 501, code: "not_implemented" });
  });
});
