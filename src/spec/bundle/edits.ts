import type { Json, JsonObject } from "../../json/index.js";
import type { SpecFamily } from "../model.js";
import type { Origins } from "../origins.js";
import { lossOf, standIn } from "./unresolved/index.js";
import { copyOf, put, resultOf, type Slot, slotsOf, type Visit } from "./visit.js";

/** The changes to objects of a bundle. They are noted during the walk, and made in copies at the end. */
export class Edits {
  readonly #origins: Origins;
  readonly #family: SpecFamily;
  readonly #edits: (() => void)[] = [];

  constructor(origins: Origins, family: SpecFamily) {
    this.#origins = origins;
    this.#family = family;
  }

  /** Notes a change. */
  add(edit: () => void): void {
    this.#edits.push(edit);
  }

  /** Makes the changes, in the order in which they were noted. */
  make(): void {
    for (const edit of this.#edits) edit();
  }

  /** Returns the copy of a visited object. Only for changes that are being made. */
  copy(visit: Visit): JsonObject {
    return copyOf(visit, (value, copy) => this.#origins.carry(value, copy));
  }

  /** Removes members from an object or map. */
  leaveOut(visit: Visit, isLeftOut: (key: string) => boolean): void {
    const keys = Object.keys(visit.value).filter(isLeftOut);
    if (keys.length === 0) return;
    this.add(() => {
      const copy = this.copy(visit);
      for (const key of keys) delete copy[key];
    });
  }

  /** Puts a value into a slot, or removes the slot. */
  fill(slot: Slot, value: Json | undefined): void {
    this.add(() => this.#fill(slot, value));
  }

  /** Puts a visited value, with its changes, into a slot. */
  place(slot: Slot, visit: Visit): void {
    this.add(() => {
      this.copy(slot.visit);
      put(slot, resultOf(visit));
    });
  }

  /**
   * Removes an object with a broken reference, or replaces it by a stand-in.
   * @param key the key of the reference
   * @param counts whether members beside the reference are kept
   */
  giveUp(visit: Visit, { key, counts }: { key: string; counts: boolean }): void {
    const { kind } = visit;
    this.add(() => {
      const places = lossOf(kind) === "part" ? slotsOf(visit) : [];
      for (const slot of places) this.#fill(slot, typeof slot.token === "number" ? {} : undefined);
      if (places.length > 0) return;
      const copy = this.copy(visit);
      for (const name of counts ? [key] : Object.keys(copy)) if (name !== "description") delete copy[name];
      Object.assign(copy, standIn(kind, this.#family));
    });
  }

  #fill(slot: Slot, value: Json | undefined): void {
    const copy = this.copy(slot.visit);
    if (value === undefined) delete copy[slot.token];
    else put(slot, value);
  }
}
