import type { Json, JsonObject } from "../../../json/index.js";
import type { CutReason } from "../../cuts.js";
import { type Container, cutContainers, isContainer } from "./cut-containers.js";
import { maxDepth, mostAliased } from "./limits.js";

/** Longer strings that occur several times are counted as aliases. */
const longestPlainText = 100;

/** An object or array, which may occur in several places. Weights are shares of the limit for aliases. */
interface Node {
  container: Container;
  /** The first place of the container; undefined for the root. */
  first: { holder: Container; key: string } | undefined;
  /** The depth of its deepest place; 0 if it was cut off everywhere. */
  depth: number;
  /** The weight of all that it contains, with aliases expanded. */
  weight: number;
  /** The part of `weight` that comes from aliases. */
  added: number;
}

/**
 * Cuts off parts that YAML aliases (YAML 1.2.2, section 7.1) add to a document: those that contain themselves, those
 * that are nested too deeply, and the heaviest others until the rest can be expanded. So a huge part does not affect
 * the others. Visits each object and array once, however often it occurs.
 */
export function cutAliases(root: Json, cuts: Map<object, CutReason>): void {
  if (!isContainer(root)) return;
  const nodes = withoutCircles(root, cuts);
  limitDepth(nodes, cuts);
  weigh(nodes);
  limitAdded(root, nodes, cuts);
}

type Nodes = Map<Container, Node>;

/**
 * Returns the objects and arrays of a value, each after those that it contains. Cuts off those that would contain
 * themselves.
 */
function withoutCircles(root: Container, cuts: Map<object, CutReason>): Nodes {
  const nodes: Nodes = new Map();
  const around = new Set<Container>();
  const open: { container: Container; first: Node["first"]; keys: Iterator<string> }[] = [];
  const enter = (container: Container, first: Node["first"]) => {
    around.add(container);
    open.push({ container, first, keys: Object.keys(container).values() });
  };
  enter(root, undefined);
  for (let at = open.at(-1); at; at = open.at(-1)) {
    const { container, first } = at;
    const { done, value: key } = at.keys.next();
    if (done) {
      open.pop();
      around.delete(container);
      nodes.set(container, { container, first, depth: 0, weight: 0, added: 0 });
      continue;
    }
    const child = memberOf(container, key);
    if (!isContainer(child) || nodes.has(child)) continue;
    if (around.has(child)) cutContainers(container, { cuts, reason: "circle" }, [key]);
    else enter(child, { holder: container, key });
  }
  return nodes;
}

function limitDepth(nodes: Nodes, cuts: Map<object, CutReason>): void {
  const outermostFirst = [...nodes.values()].reverse();
  if (outermostFirst[0]) outermostFirst[0].depth = 1;
  for (const { container, depth } of outermostFirst) {
    if (depth === maxDepth) cutContainers(container, { cuts, reason: "nesting" });
    else if (depth > 0) {
      for (const child of Object.values(container)) {
        const node = nodes.get(child as Container);
        if (node) node.depth = Math.max(node.depth, depth + 1);
      }
    }
  }
}

function weigh(nodes: Nodes): void {
  const texts = new Set<string>();
  const weighText = (node: Node, text: string) => {
    const weight = text.length / mostAliased.characters;
    node.weight += weight;
    if (text.length > longestPlainText && texts.size === texts.add(text).size) node.added += weight;
  };
  for (const node of nodes.values()) {
    if (node.depth === 0) continue;
    const isList = Array.isArray(node.container);
    for (const [key, value] of Object.entries(node.container)) {
      node.weight += 1 / mostAliased.values;
      if (!isList) weighText(node, key);
      if (typeof value === "string") weighText(node, value);
      node.weight += nodes.get(value as Container)?.weight ?? 0;
      node.added += addedBy(node, key, nodes);
    }
  }
}

/** Cuts off aliases until the rest adds no more than the limit. */
function limitAdded(root: Container, nodes: Nodes, cuts: Map<object, CutReason>): void {
  const open: { node: Node | undefined; share: number }[] = [{ node: nodes.get(root), share: 1 }];
  for (let at = open.pop(); at; at = open.pop()) {
    const { node, share } = at;
    if (!node || node.added <= share) continue;
    const { container, first } = node;
    const members = Object.keys(container).map((key) => ({ key, added: addedBy(node, key, nodes) }));
    let left = share - (node.added - members.reduce((sum, { added }) => sum + added, 0));
    if (first && left < 0) {
      cutContainers(first.holder, { cuts, reason: "aliases" }, [first.key]);
      continue;
    }
    // Light members are kept, and the others share what is left of the limit.
    const lightestFirst = members.filter(({ added }) => added > 0).sort((a, b) => a.added - b.added);
    for (const [index, { key, added }] of lightestFirst.entries()) {
      const most = left / (lightestFirst.length - index);
      if (added <= most) left -= added;
      else if (isFirst(node, key, nodes)) {
        left -= most;
        open.push({ node: nodes.get(memberOf(container, key) as Container), share: most });
      } else cutContainers(container, { cuts, reason: "aliases" }, [key]);
    }
  }
}

/** Returns how much aliases add under a member: all of its weight if it is an alias itself. */
function addedBy({ container }: Node, key: string, nodes: Nodes): number {
  const node = nodes.get(memberOf(container, key) as Container);
  if (!node) return 0;
  return isFirst({ container }, key, nodes) ? node.added : node.weight;
}

/** Whether a member is the first place of its value, not an alias of it. */
function isFirst({ container }: Pick<Node, "container">, key: string, nodes: Nodes): boolean {
  const first = nodes.get(memberOf(container, key) as Container)?.first;
  return first?.holder === container && first.key === key;
}

function memberOf(container: Container, key: string): Json | undefined {
  return (container as JsonObject)[key];
}
