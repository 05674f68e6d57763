import { resolve } from "node:path";
import { isApiName } from "../config/index.js";
import { DiagnosticError, diagnostic, fail } from "../diagnostics/index.js";
import type { Progress } from "../pipeline/index.js";
import type { CiProvider, ConfigFormat, InitApi, InitRequest } from "./model.js";
import { type ViaOptions, viaOf } from "./via.js";

/** The options of `b44-gen init` on the command line. */
export interface InitOptions extends ViaOptions {
  spec?: string;
  slug?: string;
  select?: string[];
  all?: boolean;
  baseUrl?: string;
  lang?: "ts" | "js";
  configFormat?: ConfigFormat;
  ci?: CiProvider;
  allowFile?: string[];
  allowHost?: string[];
}

/**
 * Converts options to a request.
 * @throws DiagnosticError B44-506 if options are missing or contradictory, B44-505 for an invalid slug, and B44-509 for
 *   a secret in place of its name or of a URL
 */
export function initRequest(options: InitOptions, context: { cwd: string; progress: Progress }): InitRequest {
  const { lang, configFormat, ci } = options;
  const cwd = resolve(context.cwd);
  const ofApi = [
    "slug",
    "select",
    "all",
    "via",
    "connector",
    "secret",
    "tokenUrl",
    "baseUrl",
    "configFormat",
    "lang",
  ] as const;
  const isOnlyCi = ci !== undefined && options.spec === undefined && ofApi.every((key) => options[key] === undefined);
  const api = isOnlyCi ? undefined : apiOf(options);
  return { cwd, api, language: lang, format: configFormat, ci, progress: context.progress };
}

function apiOf(options: InitOptions): InitApi {
  const { spec, slug, select, all } = options;
  if (spec === undefined) {
    return wrong("--spec is missing. Give the path or URL of the OpenAPI spec.");
  }
  if (spec === "-") return wrong("--spec cannot be standard input: the config needs a path or URL.");
  if (slug === undefined) {
    return wrong(
      "--slug is missing. Give the integration's slug as the workspace admin sees it, or a name for the API.",
    );
  }
  if (!isApiName(slug)) {
    return fail("B44-505", { message: `${JSON.stringify(slug)} is not a valid slug.` });
  }
  if (select && all) return wrong("--select and --all cannot be combined.");
  refuseCredentials(spec);
  const operations = select ?? (all ? "all" : undefined);
  const { baseUrl, allowFile = [], allowHost = [] } = options;
  const via = viaOf(options);
  if (baseUrl !== undefined && via === "integration") {
    return wrong("--base-url does not apply to an integration: the workspace admin sets its URL.");
  }
  return { name: slug, spec, via, operations, baseUrl, allowFile, allowHost };
}

/** Throws if a URL has a user name or password, because configs are committed. */
function refuseCredentials(spec: string): void {
  if (!/^https?:/i.test(spec) || !URL.canParse(spec)) return;
  const { username, password } = new URL(spec);
  if (username === "" && password === "") return;
  throw new DiagnosticError(
    diagnostic("B44-509", {
      message: "The spec's URL contains a user name or password, which everyone who can read the config would see.",
      help: "Save a copy of the spec in the project, and give its path.",
    }),
  );
}

function wrong(message: string): never {
  return fail("B44-506", { message, help: "Run `b44-gen init --help` for the options, with examples." });
}
