import { getOrInsert } from "../../../collections/index.js";
import { isObject, type Json } from "../../../json/index.js";
import type { Step } from "../model.js";
import { comparePair } from "./compare.js";
import { type Finding, type Follow, Pair } from "./finding.js";
import type { Sides } from "./properties.js";
import type { Direction, Side, Subschema, View } from "./side/index.js";
import type { Unchanged } from "./unchanged.js";

/**
 * A comparison of two schemas, and the comparisons of their subschemas. Each pair is compared once, however often it is
 * used.
 */
export interface Node {
  findings: readonly Finding[];
  edges: { step: Step | undefined; node: Node }[];
  /** True if this comparison or one below it has a finding. Set when all comparisons are done. */
  isChanged: boolean;
}

/**
 * Compares schemas and everything that they reference. Each pair is compared once, because references can be circular.
 */
export class Graph {
  readonly #sides: Sides;
  readonly #unchanged: Unchanged;
  readonly #nodes: Record<Direction, Map<View, Map<View, Node>>> = { request: new Map(), response: new Map() };
  readonly #all: Node[] = [];
  readonly #pending: { pair: Pair; node: Node & { findings: Finding[] } }[] = [];

  constructor(sides: Sides, unchanged: Unchanged) {
    this.#sides = sides;
    this.#unchanged = unchanged;
  }

  /** Returns the comparison of two schemas of an operation's value; undefined if they are equal. */
  root(pair: { before: Subschema; after: Subschema; direction: Direction }): Node | undefined {
    return this.areSame(pair.before, pair.after) ? undefined : this.node(pair);
  }

  /** True if two schemas are equal, and so are all schemas that they reference. */
  areSame(before: Subschema, after: Subschema): boolean {
    return this.#unchanged.areSame(before.schema, after.schema);
  }

  /** Returns the comparison of two schemas in one direction. {@link finish} carries it out. */
  node(pair: { before: Subschema | View; after: Subschema | View; direction: Direction }): Node {
    const before = viewOf(this.#sides.before, pair.before);
    const after = viewOf(this.#sides.after, pair.after);
    const nodes = this.#nodes[pair.direction];
    const byAfter = getOrInsert(nodes, before, () => new Map<View, Node>());
    const known = byAfter.get(after);
    if (known) return known;
    const node = { findings: [], edges: [], isChanged: false };
    byAfter.set(after, node);
    this.#all.push(node);
    this.#pending.push({ pair: new Pair(before, after, pair.direction), node });
    return node;
  }

  /** Carries out all requested comparisons, and those of everything that they reach. */
  finish(): void {
    for (let next = this.#pending.pop(); next; next = this.#pending.pop()) {
      const { pair, node } = next;
      comparePair(pair, this.#sides);
      node.findings.push(...pair.findings);
      node.edges = pair.follows.flatMap((follow) => this.#edge(follow, pair.direction));
    }
    markChanged(this.#all);
  }

  #edge({ step, before, after }: Follow, direction: Direction): Node["edges"] {
    // Only for references: an inline schema would be walked again on each level that it is nested in.
    const areReferences = [before, after].every((item) => "schema" in item && isReference(item.schema));
    if (areReferences && "schema" in before && "schema" in after && this.areSame(before, after)) return [];
    return [{ step, node: this.node({ before, after, direction }) }];
  }
}

function isReference(schema: Json): boolean {
  return isObject(schema) && typeof schema.$ref === "string" && Object.keys(schema).length === 1;
}

function viewOf(side: Side, of: Subschema | View): View {
  return "schema" in of ? side.view(of) : of;
}

/** Marks the nodes with findings and, following the edges backwards, all nodes that lead to them. */
function markChanged(nodes: readonly Node[]): void {
  const holders = new Map<Node, Node[]>();
  for (const holder of nodes) {
    for (const { node } of holder.edges) getOrInsert(holders, node, () => []).push(holder);
  }
  const pending = nodes.filter(({ findings }) => findings.length > 0);
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.isChanged) continue;
    node.isChanged = true;
    pending.push(...(holders.get(node) ?? []));
  }
}
