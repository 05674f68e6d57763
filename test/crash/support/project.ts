import { specOf } from "./specs.js";

/** What a run reads: the config and the specs, as texts by path. */
export type Inputs = Record<string, string>;

/** How large the project is. */
export interface Size {
  /** APIs of each way, in each version; two thirds of them are in both. */
  apis: number;
  /** The app's own functions, in each version. */
  functions: number;
}

/** More than 200 files differ between its versions. */
export const LARGE: Size = { apis: 2, functions: 50 };
/** More than 100 do. With one API of each way the versions would have different connectors. */
export const MIDDLING: Size = { apis: 2, functions: 10 };

/**
 * The inputs of a Base44 app in one of two versions. Of each way, the first API is in version 1 only, the last in
 * version 2 only, and those between are in both, from other specs. So are the app's own functions. `origin`: where the
 * specs that come from the network are served; their copies are locked.
 */
export function inputsOf(version: 1 | 2, { apis, functions }: Size, origin: string): Inputs {
  const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + version - 1);
  const files: Inputs = {};
  const entries: Record<string, object> = {};
  for (const index of numbers(apis)) {
    for (const [kind, via] of Object.entries(ways(index))) {
      const isRemote = kind === "remote";
      // A copy is what was fetched until `update`, so another spec from the network is another API.
      const name = isRemote ? `${kind}${index}v${version}` : `${kind}${index}`;
      if (!isRemote) files[`specs/${name}.json`] = specOf(name, version);
      const spec = isRemote ? `${origin}/v${version}/${name}.json` : `specs/${name}.json`;
      const more = kind === "connector" ? { baseUrl: `https://www.example.com/v${version}` } : {};
      entries[name] = { spec, via, operations: "all", ...more };
    }
  }
  const own = numbers(functions).map((index) => [`own${index}`, ownFunction(version)]);
  const config = {
    lang: "js",
    targets: ["app", "functions"],
    apis: {
      ...entries,
      kept: { spec: "specs/kept.json", via: { function: { secrets: { apiKey: "KEPT" } } }, operations: "all" },
    },
    functions: Object.fromEntries(own),
  };
  files["specs/kept.json"] = specOf("kept", version);
  files["b44-gen.config.json"] = `${JSON.stringify(config, null, 2)}\n`;
  return files;
}

function ways(index: number): Record<string, string | object> {
  return {
    integration: "integration",
    remote: "integration",
    function: { function: { secrets: { apiKey: "API_KEY" } } },
    // The file of a connector stays for good, so both versions have the same connectors.
    connector: { connector: index % 2 === 0 ? "slack" : "notion" },
  };
}

function ownFunction(version: number): object {
  const input = {
    type: "object",
    required: ["to"],
    properties: { to: { type: "string" }, [`v${version}`]: { type: "integer" } },
  };
  return { input, output: { type: "object", properties: { [`done${version}`]: { type: "boolean" } } } };
}

/** What the app has of its own, b44-gen's folders among its places. None of it may ever change. */
export const FOREIGN: Inputs = {
  "package.json": '{ "name": "app", "type": "module", "dependencies": { "@base44/sdk": "^0.8.50" } }\n',
  "base44/config.jsonc": '{ "name": "app" }\n',
  "base44/connectors/mine.jsonc": '{ "type": "mine", "scopes": [] }\n',
  "base44/functions/mine/entry.ts": "Deno.serve(() => new Response());\n",
  "base44/shared/mine.ts": "export const mine = 1;\n",
  "src/api/base44Client.js": "export const base44 = {};\n",
  "src/api/generated/notes.md": "mine\n",
  "src/App.jsx": "export default function App() {}\n",
};
