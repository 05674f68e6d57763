import { dirname, join } from "node:path/posix";
import { createContext, Script } from "node:vm";
import { transformSync } from "esbuild";

/** What generated code may use of the platform. `process` has no more than the app's secrets. */
function globals(): Record<string, unknown> {
  const { URL, URLSearchParams, Headers, Request, Response, FormData, Blob, File, TextEncoder, TextDecoder } =
    globalThis;
  const { ReadableStream, TransformStream, AbortController, setTimeout, clearTimeout, crypto, atob, btoa } = globalThis;
  const env = new Proxy({}, { get: () => "s3cret" });
  const web = { URL, URLSearchParams, Headers, Request, Response, FormData, Blob, File, TextEncoder, TextDecoder };
  const more = { ReadableStream, TransformStream, AbortController, setTimeout, clearTimeout, crypto, atob, btoa };
  const console = { error() {}, log() {}, warn() {} };
  return { ...web, ...more, console, process: { env }, fetch: async () => Response.json({ ok: true }) };
}

type Exports = Record<string, unknown>;
type Call = (...args: unknown[]) => unknown;

/** A client that answers everything. */
function anyClient() {
  const answer = { success: true, status_code: 200, data: {} };
  const token = async () => ({ accessToken: "t0ken", connectionConfig: null });
  return {
    auth: { me: async () => ({ role: "admin" }) },
    integrations: { custom: { call: async () => answer } },
    functions: { invoke: async () => ({ data: answer }), fetch: async () => Response.json(answer) },
    asServiceRole: { connectors: { getConnection: token } },
  };
}

const scripts = new Map<string, Script>();
/** So many are kept: all cases of the long form have tens of thousands. */
const MOST_SCRIPTS = 300;

/** The script of a module, made once for all cases that have the same text. */
function scriptOf(text: string): Script {
  const known = scripts.get(text);
  if (known) return known;
  const { code } = transformSync(text, { loader: "ts", format: "cjs", target: "es2022" });
  const script = new Script(`(function (module, exports, require) {${code}\n})`);
  if (scripts.size >= MOST_SCRIPTS) scripts.clear();
  scripts.set(text, script);
  return script;
}

/** Generated files that are loaded as an app and as functions are, in a world of their own. */
class World {
  readonly faults: string[] = [];
  readonly #files: ReadonlyMap<string, string>;
  readonly #loaded = new Map<string, { exports: Exports }>();
  readonly #context = createContext(globals());

  constructor(files: ReadonlyMap<string, string>) {
    this.#files = files;
  }

  /** The exports of a file. */
  load(path: string): Exports {
    const known = this.#loaded.get(path);
    if (known) return known.exports;
    const module: { exports: Exports } = { exports: {} };
    this.#loaded.set(path, module);
    const make = scriptOf(this.#files.get(path) ?? "").runInContext(this.#context) as Call;
    make(module, module.exports, (wanted: string) => this.#require(wanted, dirname(path)));
    return module.exports;
  }

  #require(wanted: string, folder: string): Exports {
    if (/^(npm:)?@base44\/sdk(@|$)/.test(wanted)) return { createClientFromRequest: anyClient };
    if (wanted === "@/api/base44Client") return { base44: anyClient() };
    const path = join(folder, wanted);
    for (const candidate of [path, path.replace(/\.js$/, ".ts")])
      if (this.#files.has(candidate)) return this.load(candidate);
    this.faults.push(`it imports ${JSON.stringify(wanted)}`);
    return {};
  }

  /** Marks that a payload has left, in this world or in the one around it. */
  marks(): string[] {
    const inside = new Script("[typeof pwned, Object.keys(Object.prototype), Object.keys(Array.prototype)].join()");
    const found = String(inside.runInContext(this.#context));
    const outside = "pwned" in globalThis || Object.keys(Object.prototype).length > 0;
    return [
      ...this.faults,
      ...(found === "undefined,," ? [] : [`a mark: ${found}`]),
      ...(outside ? ["a mark outside"] : []),
    ];
  }
}

/** Loads every module that was generated, calls every function and handler, and says what should not have happened. */
export async function runFaults(files: ReadonlyMap<string, string>): Promise<string[]> {
  const world = new World(files);
  try {
    for (const path of files.keys()) {
      if (!/\.[jt]s$/.test(path) || path.endsWith(".d.ts")) continue;
      const exports = world.load(path);
      if (/(^|\/)index\.[jt]s$/.test(path)) await callAll(exports);
      if (path.endsWith("/handler.ts")) await handleAll(exports.handle as Call, operationIds(world, files));
    }
  } catch (error) {
    world.faults.push(
      `it does not load: ${error instanceof Error ? error.message.slice(0, 200) : "a value was thrown"}`,
    );
  }
  return world.marks();
}

/** Calls all functions that the factories of an index make. What they reject with does not matter. */
async function callAll(exports: Exports): Promise<void> {
  for (const [name, factory] of Object.entries(exports)) {
    if (!name.startsWith("create") || typeof factory !== "function") continue;
    for (const call of Object.values(factory(anyClient()) as Record<string, Call>))
      await settled(() => call(ARGUMENTS));
  }
}

const ARGUMENTS = {
  pathParams: { id: "1", harmless: "1" },
  queryParams: { limit: 1 },
  payload: { id: 1, kind: "small" },
};

function operationIds(world: World, files: ReadonlyMap<string, string>): string[] {
  const path = [...files.keys()].find((one) => /(^|\/)(my-api\.)?api\.ts$/.test(one));
  const { api } = (path ? world.load(path) : {}) as { api?: { operations: object } };
  return Object.keys(api?.operations ?? {});
}

async function handleAll(handle: Call, operations: string[]): Promise<void> {
  const run = () => ({});
  for (const operation of [...operations, "__proto__"]) {
    const { pathParams, payload } = ARGUMENTS;
    const body = JSON.stringify({ operation, args: { pathParams, payload } });
    await settled(() => handle(new Request("https://app.example/", { method: "POST", body }), run));
  }
}

async function settled(work: () => unknown): Promise<void> {
  try {
    await work();
  } catch {}
}
