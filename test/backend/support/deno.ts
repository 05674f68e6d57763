import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { copyOfFolder } from "../../cli/support/folders.js";
import { entryOf } from "./dev-server.js";
import type { FunctionsOptions, FunctionsRuntime } from "./functions-runtime.js";
import { denoCache, denoFolder, denoWrapper } from "./paths.js";
import { freePort, type Serving, startServing } from "./processes.js";

/** A function in a process of its own. */
interface DenoFunction extends Serving {
  origin: string;
}

/**
 * Functions of a project in Deno, started by the wrapper of Base44's own CLI as `base44 dev` does it: each in a process
 * of its own, when it is called for the first time. Unlike under `base44 dev`, what they ask of Base44 goes where the
 * `Base44-Api-Url` of a request says.
 */
export async function startDeno({ folder, names, secrets = {} }: FunctionsOptions): Promise<FunctionsRuntime> {
  // Deno reads no TypeScript below node_modules, so the CLI starts a copy too.
  const wrapper = copyOfFolder(denoWrapper);
  const started = new Map<string, Promise<DenoFunction>>();
  return {
    async fetch(name, { headers, body, method }) {
      if (!names.includes(name)) throw new Error(`There is no function ${name}`);
      const starting = started.get(name) ?? startFunction({ folder, name, secrets, wrapper });
      started.set(name, starting);
      const { origin } = await starting;
      // Deno would compress the answer, and the copy of its headers would say so of text that is not.
      const asked = { ...headers, "accept-encoding": "identity" };
      const hasBody = method !== "GET" && method !== "HEAD";
      return fetch(origin, { method, headers: asked, ...(hasBody ? { body } : {}) });
    },
    async stop() {
      await Promise.all([...started.values()].map(async (starting) => (await starting).stop()));
    },
  };
}

interface DenoFunctionOptions {
  folder: string;
  name: string;
  secrets: Record<string, string>;
  /** The folder of the CLI's wrapper. */
  wrapper: string;
}

async function startFunction({ folder, name, secrets, wrapper }: DenoFunctionOptions): Promise<DenoFunction> {
  const port = await freePort();
  const serving = await startServing({
    command: join(denoFolder(), "deno"),
    args: ["run", "--allow-all", "--import-map", join(wrapper, "import-map.json"), join(wrapper, "main.ts")],
    cwd: folder,
    env: {
      ...secrets,
      DENO_DIR: denoCache(),
      DENO_NO_UPDATE_CHECK: "1",
      FUNCTION_PATH: pathToFileURL(entryOf(folder, name)).href,
      FUNCTION_PORT: String(port),
      FUNCTION_NAME: name,
    },
    ready: `[${name}] Listening on`,
  });
  return { ...serving, origin: `http://127.0.0.1:${port}/` };
}
