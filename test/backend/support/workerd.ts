import { build } from "esbuild";
import { temporaryFolder } from "../../support/temporary-folder.js";
import { entryOf } from "./dev-server.js";
import type { FunctionsOptions, FunctionsRuntime } from "./functions-runtime.js";
import { repository } from "./paths.js";

/** The part of miniflare that is used: it is installed beside these tests, apart from the project. */
interface Server {
  readonly ready: Promise<URL>;
  getWorker(name: string): Promise<{ fetch(url: string, init: object): Promise<Response> }>;
  dispose(): Promise<void>;
}

/**
 * Bundles the entries of functions as a deploy does, and starts them in workerd, the runtime that they are deployed to,
 * with these secrets.
 */
export async function startWorkerd({ folder, names, secrets = {} }: FunctionsOptions): Promise<FunctionsRuntime> {
  const workers = await Promise.all(
    names.map(async (name) => ({
      name,
      modules: [{ type: "ESModule" as const, path: "worker.mjs", contents: await workerOf(entryOf(folder, name)) }],
      // As Base44's own command has it.
      compatibilityDate: "2026-06-01",
      compatibilityFlags: ["nodejs_compat"],
      bindings: secrets,
    })),
  );
  const { Miniflare } = (await import("miniflare" as string)) as { Miniflare: new (options: object) => Server };
  const { TMPDIR } = process.env;
  // Not all that miniflare keeps in its folder goes with it.
  process.env.TMPDIR = temporaryFolder("workerd");
  const miniflare = new Miniflare({ workers });
  if (TMPDIR === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = TMPDIR;
  await miniflare.ready;
  return {
    async fetch(name, { headers, body, method }) {
      const worker = await miniflare.getWorker(name);
      const hasBody = method !== "GET" && method !== "HEAD";
      const init = { method, headers, ...(hasBody ? { body } : {}) };
      return worker.fetch("http://function.local/", init);
    },
    stop: () => miniflare.dispose(),
  };
}

async function workerOf(entry: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `import handler from ${JSON.stringify(entry)};\nexport default { fetch: (request) => handler(request) };`,
      resolveDir: repository,
    },
    bundle: true,
    write: false,
    format: "esm",
    platform: "browser",
    conditions: ["workerd", "worker", "browser"],
    external: ["node:*"],
    logLevel: "error",
    plugins: [
      {
        name: "npm-specifiers",
        setup(builder) {
          builder.onResolve({ filter: /^npm:/ }, ({ path }) =>
            builder.resolve(path.replace(/^npm:(@?[^@]+)(@.*)?$/, "$1"), {
              resolveDir: repository,
              kind: "import-statement",
            }),
          );
        },
      },
    ],
  });
  return outputFiles[0]?.text ?? "";
}
