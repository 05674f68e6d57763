import { type Json, type JsonObject, member } from "../../json/index.js";
import type { LoadedSpec } from "../model.js";
import type { Origin } from "../origins.js";
import type { References } from "../references/index.js";
import { securityAlternatives, securityFaults } from "../security.js";
import type { OperationEntry } from "../select/index.js";
import type { ShapeFault } from "../shapes/index.js";
import { componentSection } from "./object-kinds.js";
import type { Reach } from "./reach.js";
import { isSchemeUri } from "./scheme-uri.js";
import type { Visit } from "./visit.js";

/** The `security` of the root document. */
export interface ReachedSecurity {
  /** The visit of an object with the `security` of the document, if any operation needs it. */
  visit: Visit;
  /** The operations without a `security` of their own. */
  operations: OperationEntry[];
}

/**
 * Adds the security schemes of operations to the bundle, by their own or the document's `security` (OpenAPI 3.2.0, section 4.30).
 * Names are those of the root document, even in operations of other documents; a scheme may also be named by URI. Without any
 * `security`, adds all schemes. Reports faulty requirements and undeclared schemes (B44-113).
 */
export function reachSecuritySchemes(
  reach: Reach,
  spec: LoadedSpec,
  entries: readonly OperationEntry[],
  references: References,
): ReachedSecurity {
  reachNamed(reach, spec, entries, references);
  const { security } = spec.root;
  const operations = entries.filter(
    ({ operation }) => securityAlternatives(member(operation, "security")) === undefined,
  );
  const value: JsonObject = security === undefined || operations.length === 0 ? {} : { security };
  return { visit: reach.add("openapi", { value, uri: spec.document.uri, pointer: "" }), operations };
}

function reachNamed(reach: Reach, spec: LoadedSpec, entries: readonly OperationEntry[], references: References): void {
  const holders = securityHolders(spec, entries, references);
  const section = componentSection("securityScheme", spec.family);
  if (holders.length === 0) {
    for (const name of references.keysFromRoot(...section)) take(name);
    return;
  }
  const seen = new Set<string>();
  for (const { alternatives, written, origin, tokens, operations } of holders) {
    if (operations === 0) continue;
    for (const fault of securityFaults(written, tokens)) reach.shapes.tell(fault, () => origin);
    for (const [index, requirement] of alternatives.entries()) {
      for (const name of Object.keys(requirement)) {
        if (seen.has(name)) continue;
        seen.add(name);
        if (isSchemeUri(name, { family: spec.family, references }) || take(name)) continue;
        const way = Array.isArray(written) ? [...tokens, index, name] : tokens;
        reach.shapes.tell(undeclared(name, way), () => origin);
      }
    }
  }

  function take(name: string): boolean {
    const resolution = references.fromRoot(...section, name);
    if (resolution.kind === "target") reach.components.reach("securityScheme", resolution.target);
    return resolution.kind !== "nowhere";
  }
}

function undeclared(name: string, tokens: readonly (string | number)[]): ShapeFault {
  return {
    code: "B44-113",
    problem: `the security scheme ${JSON.stringify(name)} is not declared; b44-gen cannot tell how to authorise a call`,
    tokens,
    kind: "undeclared scheme",
    help: "Declare the scheme in the spec, or fix its name.",
  };
}

/** An object with a `security`: an operation, or the document if it has operations without one. */
interface SecurityHolder {
  alternatives: JsonObject[];
  written: Json;
  origin: Origin;
  tokens: readonly string[];
  /** The number of operations that use it. */
  operations: number;
}

function securityHolders(
  { root, document }: LoadedSpec,
  entries: readonly OperationEntry[],
  references: References,
): SecurityHolder[] {
  const own = entries.flatMap(({ operation, origin, sources }) => {
    const source = sources?.get("security");
    return holderOf(operation, source ? { ...source, file: references.display(source.uri) } : origin, 1);
  });
  const others = entries.length - own.length;
  const isWanted = others > 0 || entries.length === 0;
  return [...(isWanted ? holderOf(root, { file: document.display, pointer: "" }, others) : []), ...own];
}

function holderOf(object: JsonObject, origin: Origin, operations: number): SecurityHolder[] {
  const written = member(object, "security");
  const alternatives = securityAlternatives(written);
  if (alternatives === undefined || written === undefined) return [];
  return [{ alternatives, written, origin, tokens: ["security"], operations }];
}
