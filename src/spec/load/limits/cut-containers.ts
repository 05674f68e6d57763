import { type Json, type JsonObject, setMember } from "../../../json/index.js";
import type { CutReason } from "../../cuts.js";

/** An object or array. */
export type Container = JsonObject | Json[];

/** Whether a value is an object or array. */
export function isContainer(value: Json | undefined): value is Container {
  return typeof value === "object" && value !== null;
}

/** The reason why parts are cut off, and the map in which that is recorded. */
interface Cutting {
  cuts: Map<object, CutReason>;
  reason: CutReason;
}

/** Replaces the objects and arrays under these keys of a holder, by default all keys, with empty ones. */
export function cutContainers(
  holder: Container,
  { cuts, reason }: Cutting,
  keys: Iterable<string> = Object.keys(holder),
): void {
  for (const key of keys) {
    const child = (holder as JsonObject)[key];
    if (!isContainer(child)) continue;
    const empty: Container = Array.isArray(child) ? [] : {};
    cuts.set(empty, reason);
    setMember(holder as JsonObject, key, empty);
  }
}
