import { moduleOf } from "./module.js";
import { pluginFor } from "./plugin.js";

/** What the tests use of Vite, the same in all versions. */
export interface Vite {
  version: string;
  build(config: object): Promise<unknown>;
  createServer(config: object): Promise<DevServer>;
  createBuilder(config: object): Promise<{ buildApp(): Promise<void> }>;
}

export interface DevServer {
  listen(): Promise<unknown>;
  close(): Promise<void>;
  resolvedUrls: { local: string[] } | null;
  ws: { send: (...given: unknown[]) => void };
  transformRequest(url: string): Promise<{ code: string } | null>;
}

/** The versions of Vite that the plugin is tested with, by the names that their packages have here. */
export const VITES = ["vite-6", "vite-7", "vite-8"] as const;

/** Vite in one of these versions. */
export async function viteOf(name: (typeof VITES)[number]): Promise<Vite> {
  return moduleOf(name);
}

/** What Vite logs. */
export class Log {
  readonly lines: string[] = [];
  readonly hasWarned = false;

  get text(): string {
    return this.lines.join("\n");
  }

  readonly info = (text: string) => void this.lines.push(`info ${text}`);
  readonly warn = (text: string) => void this.lines.push(`warn ${text}`);
  readonly warnOnce = (text: string) => void this.lines.push(`warn ${text}`);
  readonly error = (text: string) => void this.lines.push(`error ${text}`);
  readonly clearScreen = () => {};
  readonly hasErrorLogged = () => false;
}

/** A config of Vite for an app in `root`, with the plugin and without a config file. */
export async function viteConfig(
  root: string,
  log: Log,
  options?: Parameters<Awaited<ReturnType<typeof pluginFor>>>[0],
) {
  const b44gen = await pluginFor("vite");
  return {
    root,
    configFile: false as const,
    customLogger: log,
    plugins: [b44gen(options)] as unknown[],
    resolve: { alias: { "@": `${root}/src` } },
    server: { port: 0, host: "127.0.0.1" },
    build: { minify: false },
  };
}
