import { type Json, type JsonObject, setMember } from "../../../json/index.js";
import type { CutReason } from "../../cuts.js";

/** An object or array. */
export type Container = JsonObject | Json[];

/** True for an object or array. */
export function isContainer(value: Json | undefined): value is Container {
  return typeof value === "object" && value !== null;
}

/** Where it is noted what was cut off. */
interface Cutting {
  cuts: Map<object, CutReason>;
  reason: CutReason;
}

/** Puts empty ones in the place of the objects and arrays that stand in one of `keys`, or anywhere in a holder. */
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
