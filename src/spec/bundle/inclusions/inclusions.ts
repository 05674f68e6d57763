import { getOrInsert } from "../../../collections/index.js";
import type { JsonObject } from "../../../json/index.js";
import { cutWords } from "../../cuts.js";
import { BROKEN, type MergedObject, mergedObjects } from "../../references/index.js";
import { MergedWidth, type OverLimit, tooWide } from "../limits/index.js";
import { DATA, OBJECT_RULES, type ObjectKind } from "../object-kinds.js";
import { lossOf, lossOfMany, standInForMany, type WrittenReference, writtenIn } from "../unresolved/index.js";
import { isWithin, placeOf, pointerOf, type Slot, type Visit } from "../visit.js";
import type { Walk } from "../walk.js";
import { type IncludedEnd, type InclusionFault, inclusionOf } from "./inclusion.js";
import { isTooDeep, slotsTooDeep } from "./inclusion-depth.js";

/** The parts of the walk that inclusions need. */
interface InclusionsInput extends Walk {
  /** Adds a visit to the walk. */
  open(visit: Visit): Visit;
}

/**
 * Includes values that are written elsewhere: arrays and maps that are written as references, where OpenAPI has no Reference Object, and
 * values with several places in a YAML document. Never includes a value in itself.
 */
export class Inclusions {
  readonly #by: InclusionsInput;
  readonly #mergedWidth = new MergedWidth();
  /** The visits of arrays and maps that replace references. */
  readonly #included = new Map<ObjectKind, Map<object, Visit>>();
  /** These visits, and those of merged maps. */
  readonly #entered = new Set<Visit>();

  constructor(by: InclusionsInput) {
    this.#by = by;
  }

  /** Gives up values that are nested too deep, after everything was visited. */
  limitDepth(): void {
    for (const slot of slotsTooDeep(this.#entered)) {
      const { visit, token } = slot;
      this.#giveUp(cutWords("nesting"), OBJECT_RULES[visit.kind].get(String(token))?.kind ?? visit.kind, slot);
    }
  }

  #giveUp(over: Omit<OverLimit, "tokens">, kind: ObjectKind, slot: Slot): void {
    const { visit, token } = slot;
    this.#by.unresolved.overLimit({ ...over, tokens: [] }, { visit, token, loss: lossOfMany(kind, visit.kind) });
    this.#by.edits.fill(slot, standInForMany(kind, visit.kind, this.#by.family));
  }

  /** Replaces a reference in the place of an array or map by its target. */
  include(holding: "list" | "map", kind: ObjectKind, value: JsonObject & { $ref: string }, slot: Slot): void {
    const { visit, token } = slot;
    if (isTooDeep(visit)) {
      this.#giveUp(cutWords("nesting"), kind, slot);
      return;
    }
    const { beside, end, fault } = inclusionOf({ kind, holding }, value, { slot, references: this.#by.references });
    if (fault) {
      const place = { visit, loss: lossOfMany(kind, visit.kind), tokens: [token, "$ref"] };
      this.#tellOf(fault, kind, writtenIn(this.#by.references, value.$ref, place));
    }
    const standIn = end ? undefined : standInForMany(kind, visit.kind, this.#by.family);
    const [own] = beside;
    if (own)
      this.#merge(kind, [...beside, { ...(end ?? own), value: (end?.value ?? standIn ?? {}) as JsonObject }], slot);
    else if (end) this.#put(holding, kind, end, slot);
    else this.#by.edits.fill(slot, standIn);
  }

  #tellOf(fault: InclusionFault, kind: ObjectKind, written: WrittenReference): void {
    if (!fault.resolution) this.#by.unresolved.fault(fault, written);
    else if (!DATA.has(kind)) this.#by.unresolved.add(fault.resolution, written);
  }

  /**
   * Includes several maps as one.
   * @param objects the maps, beginning with the one that has the outermost reference
   */
  #merge(kind: ObjectKind, objects: readonly MergedObject[], slot: Slot): void {
    const { value, sources } = mergedObjects(objects, objects[0]);
    const size = Object.keys(value).length;
    const wide = tooWide(kind, "map", size) ?? this.#mergedWidth.add(size);
    if (wide !== undefined) {
      const problem = `References with members beside them add up to more than ${wide}`;
      this.#giveUp({ code: "B44-115", problem }, kind, slot);
      return;
    }
    const place = { slot, sources, mergedFrom: objects };
    const entered = this.#by.open({ kind, holding: "map", value, ...placeOf(slot), ...place });
    this.#replace(slot, entered);
  }

  /** Includes an array or map. It is visited only once, whatever the number of its slots. */
  #put(holding: "list" | "map", kind: ObjectKind, { value, uri, pointer, base }: IncludedEnd, slot: Slot): void {
    const included = getOrInsert(this.#included, kind, () => new Map());
    const known = included.get(value);
    if (known) this.share(known, slot);
    const entered = known ?? this.#by.open({ kind, holding, value, uri, pointer, base, slot });
    included.set(value, entered);
    this.#replace(slot, entered);
  }

  #replace(slot: Slot, entered: Visit): void {
    this.#entered.add(entered);
    this.#by.edits.place(slot, entered);
  }

  /** Puts a visited value into a further slot. */
  share(known: Visit, slot: Slot): void {
    if ((this.#included.size > 0 || this.#mergedWidth.isUsed) && isWithin(slot.visit, known.value)) {
      const place = { visit: slot.visit, loss: lossOf(known.kind), tokens: [slot.token] };
      this.#by.edits.fill(slot, known.holding === "list" ? [] : {});
      const written = writtenIn(this.#by.references, `#${pointerOf(known)}`, place);
      this.#by.unresolved.fault(BROKEN.circle, written);
    } else if (known.moreSlots) known.moreSlots.push(slot);
    else known.moreSlots = [slot];
  }
}
