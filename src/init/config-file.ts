import { join, resolve } from "node:path";
import configTemplate from "../../templates/init/config.hbs";
import type { UserApiConfig } from "../config/index.js";
import { literal, literalBlock, propertyKey } from "../emit/code/index.js";
import { dotRelativePath, isAddress } from "../files/index.js";
import type { Json } from "../json/index.js";
import type { ConfigFormat, InitApi } from "./model.js";

/** The input for a new config. */
interface ConfigFileInput {
  /** The folder of the config, absolute. */
  folder: string;
  /** The folder that the API's paths are relative to, absolute. */
  cwd: string;
  api: InitApi & { operations: string[] | "all" };
  format: ConfigFormat;
  language: "ts" | "js" | undefined;
  /** True if `b44-gen` can be imported from that folder. */
  isInstalled: boolean;
}

/** The maximum width of an array of operations on one line. */
const LINE = 100;

/** Returns the entry of a config for an API, with paths relative to `folder`. */
export function apiEntry({ api, folder, cwd }: Pick<ConfigFileInput, "api" | "folder" | "cwd">): UserApiConfig {
  const from = (path: string) => dotRelativePath(folder, resolve(cwd, path));
  return {
    spec: isAddress(api.spec) ? api.spec : from(api.spec),
    via: api.via,
    operations: api.operations,
    ...(api.baseUrl === undefined ? {} : { baseUrl: api.baseUrl }),
    ...(api.allowFile.length > 0 ? { allowFile: api.allowFile.map(from) } : {}),
    ...(api.allowHost.length > 0 ? { allowHost: api.allowHost } : {}),
  };
}

/** Returns the lines that add an API under `apis` of an existing config, in JSON or JavaScript. */
export function apiLines(name: string, entry: UserApiConfig, format: ConfigFormat): string {
  if (format === "json") return `${JSON.stringify(name)}: ${JSON.stringify(entry, null, 2)}`;
  return `${propertyKey(name, "object")}: ${literalBlock(asJson(entry))},`;
}

/** Returns the path and text of a new config. Comments explain each key, if the format has comments. */
export function configFile(input: ConfigFileInput): { path: string; text: string } {
  const { api, format, language } = input;
  const entry = apiEntry(input);
  const path = join(input.folder, `b44-gen.config.${format}`);
  if (format === "json") {
    const config = { ...(language ? { lang: language } : {}), apis: { [api.name]: entry } };
    return { path, text: `${JSON.stringify(config, null, 2)}\n` };
  }
  const { via } = api;
  const isList = Array.isArray(entry.operations) && literal(entry.operations).length > LINE;
  const text = configTemplate({
    isInstalled: input.isInstalled,
    lang: language ?? null,
    name: api.name,
    spec: entry.spec,
    isIntegration: via === "integration",
    connector: typeof via === "object" && "connector" in via ? via : null,
    backend: typeof via === "object" && "function" in via ? asJson(via) : null,
    isList,
    operations: entry.operations,
    baseUrl: entry.baseUrl ?? null,
    allowFile: entry.allowFile ?? null,
    allowHost: entry.allowHost ?? null,
  });
  return { path, text };
}

/** Converts a value to plain JSON. */
function asJson(value: object): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}
