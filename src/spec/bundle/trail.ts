import { getOrInsert } from "../../collections/index.js";
import type { OperationEntry } from "../select/index.js";
import type { Component } from "./components/index.js";
import { slotsOf, type Visit } from "./visit.js";

/**
 * Records how a walk reached its visits, to find the operations that reach a place. That takes memory, so it is used only for specs
 * with faults.
 */
export class Trail {
  readonly #referrers = new Map<Component, Visit[]>();
  readonly #components = new Map<Visit, Component[]>();

  /** Records that a visited object refers to a component. */
  refers(visit: Visit, component: Component): void {
    getOrInsert(this.#referrers, component, () => []).push(visit);
  }

  /** Records that a visit is that of a component. */
  isComponent(visit: Visit, component: Component): void {
    getOrInsert(this.#components, visit, () => []).push(component);
  }

  /** Returns the operations from which one of the visits is reached. @param owners the visits of operations and path items */
  operationsReaching(
    visits: readonly Visit[],
    owners: ReadonlyMap<Visit, readonly OperationEntry[]>,
  ): Set<OperationEntry> {
    const operations = new Set<OperationEntry>();
    const seen = new Set<Visit>();
    const open = [...visits];
    for (let visit = open.pop(); visit; visit = open.pop()) {
      if (seen.has(visit)) continue;
      seen.add(visit);
      for (const entry of owners.get(visit) ?? []) operations.add(entry);
      for (const slot of slotsOf(visit)) open.push(slot.visit);
      for (const component of this.#components.get(visit) ?? []) {
        for (const referrer of this.#referrers.get(component) ?? []) open.push(referrer);
      }
    }
    return operations;
  }
}
