import { getOrInsert } from "../../collections/index.js";
import { isObject, type Json, type JsonObject, stringMember } from "../../json/index.js";
import type { SpecFamily } from "../model.js";
import type { References } from "../references/index.js";
import {
  contentFaults,
  OBJECT_FIELDS,
  type ObjectName,
  objectFaults,
  parameterListFaults,
  responsesFaults,
  type ShapeFault,
  type ShapeFaults,
  serverFaults,
} from "../shapes/index.js";
import { originOf, type Visit } from "./visit.js";

/** Checks the shapes of visited objects, arrays and maps, and reports each fault once. */
export class VisitedShapes {
  readonly #faults: ShapeFaults;
  readonly #references: References;
  readonly #family: SpecFamily;
  /** Arrays and maps that were checked, from documents in which one may have several places (YAML merge keys, aliases). */
  readonly #lookedAt = new WeakSet<object>();
  /** The sources of merged objects whose members were checked. */
  readonly #lookedInto = new Set<object>();
  /** The targets of references to parameters, by base. */
  readonly #ends = new Map<string, Map<string, Json | undefined>>();

  constructor(faults: ShapeFaults, references: References, family: SpecFamily) {
    this.#faults = faults;
    this.#references = references;
    this.#family = family;
  }

  /** Checks a visited value, unless it is an array or map that was checked at another place. */
  look(visit: Visit): void {
    if (visit.holding !== "object" && this.#wasLookedAt(visit)) return;
    const follow = (item: JsonObject): Json => {
      const ref = stringMember(item, "$ref");
      return ref === undefined ? item : (this.#endOf(ref, visit.base) ?? item);
    };
    const { sources } = visit;
    for (const fault of visitFaults(visit, this.#family, follow)) {
      const [token = "", ...tokens] = fault.tokens;
      const source = sources?.get(String(token));
      if (!source) this.#faults.tell(fault, () => originOf(this.#references, visit));
      else if (!this.#lookedInto.has(source.value))
        this.#faults.tell({ ...fault, tokens }, () => originOf(this.#references, visit, token));
    }
    if (sources) for (const { value } of sources.values()) this.#lookedInto.add(value);
  }

  #wasLookedAt({ value, uri }: Visit): boolean {
    if (!this.#references.sharesObjects(uri)) return false;
    const was = this.#lookedAt.has(value);
    this.#lookedAt.add(value);
    return was;
  }

  /**
   * Returns the target of a reference, followed to its end. The result is stored, because many operations have the same
   * references.
   */
  #endOf(ref: string, base: string): Json | undefined {
    const ends = getOrInsert(this.#ends, base, () => new Map());
    if (!ends.has(ref)) {
      const end = this.#references.resolveToEnd(ref, base);
      ends.set(ref, end.kind === "target" ? end.target.value : undefined);
    }
    return ends.get(ref);
  }
}

/**
 * Returns the faults of a visited object, array or map. Path items are checked where paths are listed, schemas where types are
 * made.
 * @param follow returns the object that an object refers to, or the object itself
 */
function visitFaults(
  { kind, holding, value }: Visit,
  family: SpecFamily,
  follow: (item: JsonObject) => Json,
): ShapeFault[] {
  if (holding === "list") return kind === "parameter" ? parameterListFaults(value as Json[], follow) : [];
  if (!isObject(value)) return [];
  if (holding === "object") {
    const faults = isLookedAt(kind) ? objectFaults(kind, value, family) : [];
    return kind === "operation" ? [...faults, ...serverFaults(value)] : faults;
  }
  if (kind === "response") return responsesFaults(value);
  return kind === "mediaType" ? contentFaults(value) : [];
}

function isLookedAt(kind: Visit["kind"]): kind is Exclude<ObjectName, "pathItem"> {
  return kind !== "pathItem" && Object.hasOwn(OBJECT_FIELDS, kind);
}
