import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createClient } from "@base44/sdk";
import { transform } from "esbuild";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { type GenerateRequest, type GenerateResult, generate } from "../../src/pipeline/index.js";

/** A call as it came over the wire: the URL as the request line has it, the body parsed. */
export interface Received {
  method: string;
  url: string;
  body: unknown;
}

/** What Base44's platform answers a call: an HTTP status and a JSON body. */
export interface Answer {
  status: number;
  body: unknown;
}

/** The local stand-in for Base44's platform. */
export interface Platform {
  readonly origin: string;
  /** What came since the test began. */
  readonly received: Received[];
  /** What the next calls are answered. Each test begins with an empty success. */
  answer: Answer;
  /** The SDK's own client for an app, with this platform as its server. */
  client(appId?: string): ReturnType<typeof createClient>;
  /** Makes the API behind the platform answer: the platform passes that on as a result. */
  api(status: number, data: unknown): void;
}

/** A platform for the tests of a file. */
export function usePlatform(): Platform {
  const received: Received[] = [];
  let origin = "";
  const platform: Platform = {
    get origin() {
      return origin;
    },
    received,
    answer: { status: 200, body: null },
    client: (appId = "app-1") => createClient({ appId, serverUrl: origin, analytics: { enabled: false } }),
    api(status, data) {
      platform.answer = { status: 200, body: { success: status < 300, status_code: status, data } };
    },
  };
  const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    let text = "";
    for await (const chunk of request.setEncoding("utf8")) text += chunk;
    received.push({
      method: request.method ?? "",
      url: request.url ?? "",
      body: text === "" ? null : JSON.parse(text),
    });
    const { status, body } = platform.answer;
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  beforeEach(() => {
    received.length = 0;
    platform.api(200, null);
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return platform;
}

export const FIXTURES = fileURLToPath(new URL("../../fixtures/wire/", import.meta.url));

/** A generated function as unchecked JavaScript sees it. */
type Wrapper = (client: unknown, args?: unknown) => Promise<unknown>;
/** The same, bound to a client. */
export type Bound = Record<string, (args?: unknown) => Promise<unknown>>;

/** What b44-gen generated, imported. */
export interface Generated {
  /** The functions of the API by name. */
  functions: Record<string, Wrapper>;
  factory: (client: unknown) => Bound;
  unwrap: (result: unknown) => unknown;
  isApiError: (error: unknown, operation: unknown) => boolean;
  /** The index of the output folder. */
  index: Record<string, unknown>;
  result: GenerateResult;
}

export interface Options {
  /** Absolute, or the name of a file in fixtures/wire. */
  spec: string;
  slug: string;
  language?: "ts" | "js";
  errors?: "result" | "throw";
  operations?: string[];
  /** Text of the app's client module; the bound objects are exported where there is one. */
  client?: string;
}

/** Generates an API into a temporary folder and imports it; the folder is gone when the call returns. */
export async function generated(options: Options): Promise<Generated> {
  const { spec, slug, language = "js", errors = "result", operations = "all" } = options;
  const folder = await mkdtemp(path.join(tmpdir(), "b44-gen-wire-"));
  try {
    const output = path.join(folder, "generated");
    const request: GenerateRequest = {
      apis: [{ name: slug, spec: path.resolve(FIXTURES, spec), operations, cwd: folder }],
      folder,
      output,
      errors,
      language,
      client: options.client === undefined ? false : { module: "../client.js", export: "base44" },
      anyNumber: false,
      force: false,
      dryRun: false,
      progress: () => {},
    };
    if (options.client !== undefined) await writeFile(path.join(folder, "client.js"), options.client);
    await writeFile(path.join(folder, "package.json"), '{ "type": "module" }');
    const result = await generate(request);
    if (language === "ts") await transpile(output);
    return { ...(await imported(output, result)), result };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** TypeScript to JavaScript beside it, each file by itself, as bundlers do. */
async function transpile(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!/(?<!\.d)\.ts$/.test(name)) continue;
    const { code } = await transform(await readFile(path.join(folder, name), "utf8"), { loader: "ts", format: "esm" });
    await writeFile(path.join(folder, name.replace(/\.ts$/, ".js")), code);
  }
}

async function imported(output: string, result: GenerateResult): Promise<Omit<Generated, "result">> {
  const { api } = result.apis[0]!;
  const load = (name: string) => import(/* @vite-ignore */ pathToFileURL(path.join(output, name)).href);
  const module = await load(`${api.fileName}.js`);
  const functions = Object.fromEntries(api.operations.map(({ name }) => [name, module[name]]));
  const { unwrap, isApiError, [api.factoryName]: factory } = module;
  return { functions, factory, unwrap, isApiError, index: await load("index.js") };
}

/** What a promise rejects with; fails the test where it does not. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  let value: unknown;
  try {
    value = await promise;
  } catch (error) {
    return error;
  }
  throw new Error(`It resolved: ${JSON.stringify(value)}`);
}
