import { getOrInsert } from "../../collections/index.js";
import { counted, visible } from "../../diagnostics/index.js";
import type { Api, Operation } from "../../ir/index.js";
import { compileApi } from "../../pipeline/index.js";
import { advise, type OperationAdvice, planApi, WAY_FACTS, type Way } from "../../plan/index.js";
import type { ExitStatus } from "../exit-status.js";
import { type ApiOrSpecOptions, apiOrSpec } from "../request/api-or-spec.js";
import type { Terminal } from "../terminal.js";

/** The options of `b44-gen inspect`. */
interface InspectOptions extends ApiOrSpecOptions {
  json?: boolean;
}

/**
 * `b44-gen inspect SPEC|API`: prints the operations, and for each which way fits and why; for an API of the config also
 * what has to be set up. With `--json`, prints the intermediate representation, the same advice, and the diagnostics.
 */
export async function inspectCommand(
  target: string | undefined,
  options: InspectOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  const source = await apiOrSpec(target ?? "-", options, { whole: true });
  const compiled = await compileApi(source, terminal.progress);
  const { api } = compiled;
  const advice = advise(api);
  const { way } = source;
  const ofWay = way ? compiled.locate(compiled.located(() => planApi(api, way, { anyNumber: true })).diagnostics) : [];
  terminal.done();
  terminal.diagnostics(compiled.diagnostics);
  if (options.json) terminal.json({ ...api, advice, diagnostics: [...compiled.diagnostics, ...ofWay] });
  else {
    describe(api, advice, terminal);
    if (way) terminal.out(`\nThe config calls it through ${wayName(way)}.`);
  }
  terminal.diagnostics(ofWay);
  return 0;
}

function describe(api: Api, advice: readonly OperationAdvice[], terminal: Terminal): void {
  terminal.out(`${visible(api.title ?? api.spec)}: ${counted(api.operations.length, "operation")}`);
  for (const { ways, operations } of sameWays(api, advice)) {
    const lines = operations.map((operation) => `${heading(operation)}\n${summary(operation)}`);
    const all = operations.length === api.operations.length ? "All operations" : `${operations.length} operations`;
    terminal.out(operations.length === 1 ? ["", ...lines, ...ways].join("\n") : `\n${all}:\n${ways.join("\n")}\n`);
    if (operations.length > 1) terminal.out(lines.join("\n"));
  }
  terminal.out("");
  for (const [way, facts] of Object.entries(WAY_FACTS)) terminal.out(`${way.padEnd(11)} ${facts}`);
}

/** Groups the operations by their advice, in the order of the first of each group. */
function sameWays(api: Api, advice: readonly OperationAdvice[]): { ways: string[]; operations: Operation[] }[] {
  const byId = new Map(advice.map((item) => [item.operation, item]));
  const groups = new Map<string, { ways: string[]; operations: Operation[] }>();
  for (const operation of api.operations) {
    const item = byId.get(operation.id);
    const ways = item ? wayLines(item) : [];
    getOrInsert(groups, ways.join("\n"), () => ({ ways, operations: [] })).operations.push(operation);
  }
  return [...groups.values()];
}

function heading({ id, tags, deprecated }: Operation): string {
  return visible(`${id}${tags.length > 0 ? `  [${tags.join(", ")}]` : ""}${deprecated ? "  deprecated" : ""}`);
}

/** Returns the name in generated code, and the pattern `id:…` if the `operationId` differs from it. */
function summary({ name, operationId, summary: text }: Operation): string {
  const pattern = operationId === undefined || operationId === name ? "" : `  id:${operationId}`;
  return visible(`  ${name}${pattern}${text ? `: ${text.split("\n")[0]}` : ""}`);
}

function wayLines({ recommended, why, ways }: OperationAdvice): string[] {
  const lines = ways.map(({ way, fits, notes }) => {
    const said = [fits ? "fits" : "does not fit", ...notes].join(fits ? "; " : ": ");
    return `  ${way === recommended ? "→" : " "} ${way.padEnd(11)} ${said}`;
  });
  return [...lines, `    ${recommended ? `${recommended}: ${why}` : `Nothing can call it: ${why}`}`];
}

function wayName(way: Way): string {
  if (way.via !== "connector") return way.via;
  const { connection } = way;
  return `the ${connection.kind} connector ${"type" in connection ? connection.type : connection.id}`;
}
