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

/** What the root document says of all operations that do not say it themselves. */
export interface ReachedSecurity {
  /** The visit of an object with the `security` of the document, where it has one that is needed. */
  visit: Visit;
  /** The operations that leave it to the document. */
  operations: OperationEntry[];
}

/**
 * Takes in the security schemes that the operations require, by their own or the document's `security` (OpenAPI 3.2.0, section
 * 4.30). An operation names them as the root document does, wherever it is written, or by URI. Where nothing is required, all
 * may be needed. Tells of wrong requirements and undeclared schemes (B44-113).
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

/** What says how operations are authorised: the document, where one of them leaves it to that, and operations. */
interface SecurityHolder {
  alternatives: JsonObject[];
  written: Json;
  origin: Origin;
  tokens: readonly string[];
  /** How many operations it is of. */
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
