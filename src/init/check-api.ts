import { apiDefaults } from "../config/index.js";
import { type Code, type Diagnostic, DiagnosticError, diagnostic, withDiagnostics } from "../diagnostics/index.js";
import {
  type CompiledApi,
  compileRead,
  configuredWay,
  openSpec,
  type Progress,
  type SpecReader,
} from "../pipeline/index.js";
import { MOST_INTEGRATION_OPERATIONS, type Plan, planApi } from "../plan/index.js";
import { shownSpec } from "../spec/load/index.js";
import type { OperationEntry } from "../spec/select/index.js";
import type { InitApi } from "./model.js";

/** A spec that can be used as requested. */
interface CheckedApi {
  title: string | undefined;
  operations: string[] | "all";
  /** The number of chosen operations that the transport can carry. */
  count: number;
  /** Warnings about the spec and the transport. `generate` reports the setup steps. */
  diagnostics: Diagnostic[];
}

/** The maximum number of tags in the help. */
const NAMED_TAGS = 6;

/**
 * Reads the spec, and plans the chosen operations for the transport, so that a config is written only if `generate` can
 * use it.
 * @throws DiagnosticError what the stages throw (B44-1xx to B44-4xx), and B44-851 if an integration would have more
 *   than 30 operations and none were chosen
 */
export async function checkApi(
  api: InitApi,
  { cwd, progress }: { cwd: string; progress: Progress },
): Promise<CheckedApi> {
  const source = { name: api.name, spec: api.spec, cwd, allowFiles: api.allowFile, allowHosts: api.allowHost };
  progress(`${api.name}: reading ${shownSpec(api.spec)}`);
  const reader = await openSpec(source);
  if (api.via === "integration" && (api.operations === undefined || api.operations === "all")) {
    const entries = reader.operations();
    if (entries.length > MOST_INTEGRATION_OPERATIONS) throw new DiagnosticError(tooMany(api, reader, entries));
  }
  const operations = api.operations ?? "all";
  const compiled = await compileRead(reader, { source: { name: api.name, operations }, progress });
  const { api: carried, diagnostics } = await planned(api, compiled);
  const all = [...compiled.diagnostics, ...compiled.locate(diagnostics)];
  return {
    title: compiled.api.title,
    operations,
    count: carried.operations.length,
    diagnostics: all.filter(({ severity }) => severity !== "info"),
  };
}

async function planned({ via, baseUrl }: InitApi, compiled: CompiledApi): Promise<Plan> {
  const way = await configuredWay({
    ...(await apiDefaults()),
    via: typeof via === "object" && "function" in via ? { function: { secrets: {}, ...via.function } } : via,
    ...(baseUrl === undefined ? {} : { baseUrl }),
  });
  try {
    return compiled.located(() => planApi(compiled.api, way, { anyNumber: false }));
  } catch (error) {
    const schemes = Object.keys(compiled.api.securitySchemes);
    throw withDiagnostics(error, (diagnostics) => diagnostics.map((item) => withOption(item, schemes)));
  }
}

const HELP: Partial<Record<Code, string>> = {
  "B44-301":
    "Remove the operation from the selection, or call the API through a backend function (--secret SCHEME=NAME) or a connector (--connector TYPE). `b44-gen inspect` shows what can call it.",
  "B44-310": "Set the API's address with --base-url, for example --base-url https://api.example.com/v1.",
  "B44-311":
    "Name a secret for each security scheme with --secret SCHEME=NAME, for example --secret bearerAuth=MAIL_API_KEY. For OAuth client credentials, use --secret SCHEME=client:ID:SECRET.",
  "B44-350": "Set the token URL with --token-url, for example --token-url https://auth.example.com/oauth/token.",
};

/**
 * Replaces the setting in a help text by the command-line option, because there is no config yet.
 *
 * @param schemes the names of the spec's security schemes
 */
function withOption(item: Diagnostic, schemes: readonly string[]): Diagnostic {
  const help = HELP[item.code];
  if (help === undefined) return item;
  const names = help.includes("SCHEME") && schemes.length > 0 ? ` The schemes are ${schemes.join(", ")}.` : "";
  return { ...item, help: `${help}${names}` };
}

function tooMany(api: InitApi, reader: SpecReader, entries: readonly OperationEntry[]): Diagnostic {
  const counts = new Map<string, number>();
  for (const tag of entries.flatMap(({ tags }) => tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const few = [...counts].filter(([, count]) => count <= MOST_INTEGRATION_OPERATIONS);
  const shown = few.slice(0, NAMED_TAGS).map(([tag, count]) => `${quoted(`tag:${tag}`)} (${count})`);
  const example = entries[0]?.id ?? "get:/path";
  const choices = shown.length > 0 ? `tags ${shown.join(", ")}, or ` : "";
  const file = reader.spec.document.display;
  return diagnostic("B44-851", {
    message: `${file} has ${entries.length} operations; an integration exposes at most ${MOST_INTEGRATION_OPERATIONS}.`,
    location: { file },
    help: `Choose with --select: ${choices}single operations such as ${quoted(example)}; \`b44-gen inspect ${api.spec}\` lists them. --via function has no such limit.`,
  });
}

/**
 * Quotes a string for a shell: in double quotes, which cmd.exe removes as well, unless it contains characters that are
 * special in them.
 */
function quoted(text: string): string {
  if (/^[\w:/.-]+$/.test(text)) return text;
  return /["$`\\!%]/.test(text) ? `'${text.replaceAll("'", "'\\''")}'` : `"${text}"`;
}
