import { isInterface, type NamedType } from "./declaration.js";
import type { IntersectionTypeNode, TypeNode } from "./syntax/node.js";
import { eagerReferences } from "./syntax/references.js";
import { combinedSizes, type Size, SizeOfTypes } from "./syntax/size.js";

/** The number of members from which TypeScript refuses to expand an intersection of unions (TS2590). */
const MOST_COMBINED = 100_000;

/**
 * The number of combinations that are kept if the limit is exceeded, or the size of the largest part if that is more.
 * Compiling each takes a moment.
 */
const MOST_KEPT = 10_000;

/** Any object, whatever its properties. */
const OPEN: TypeNode = { kind: "TypeLiteral", members: [{ kind: "IndexSignature", type: { kind: "UnknownKeyword" } }] };

/**
 * Limits the combinations of choices that must hold together (`allOf` of several `oneOf`), which TypeScript multiplies
 * out. If there are too many, some of the choices are left open.
 */
export class Combinations {
  readonly #sizes: SizeOfTypes;
  #leftOpen = 0;

  /** @param types all named types; none of their aliases may need itself to be defined */
  constructor(types: readonly NamedType[]) {
    const aliases = new Map(types.flatMap(({ name, type }) => (isInterface(type) ? [] : [[name, type] as const])));
    this.#sizes = new SizeOfTypes((parts) => this.#partsOf(parts) ?? parts);
    for (const name of aliases.keys()) this.#measure(name, aliases);
  }

  /** How many intersections have had choices left open so far. */
  get leftOpen(): number {
    return this.#leftOpen;
  }

  /** Leaves choices open wherever a type has too many combinations of them. Changes the type in place. */
  limit(node: TypeNode): void {
    switch (node.kind) {
      case "ArrayType":
        this.limit(node.elementType);
        break;
      case "OptionalType":
      case "RestType":
        this.limit(node.type);
        break;
      case "TupleType":
        for (const element of node.elements) this.limit(element);
        break;
      case "TypeReference":
        for (const argument of node.typeArguments) this.limit(argument);
        break;
      case "TypeLiteral":
        for (const { type } of node.members) this.limit(type);
        break;
      case "UnionType":
        for (const type of node.types) this.limit(type);
        break;
      case "IntersectionType":
        for (const type of node.types) this.limit(type);
        this.#limitOne(node);
        break;
    }
  }

  #limitOne(node: IntersectionTypeNode): void {
    const parts = this.#partsOf(node.types);
    if (!parts) return;
    node.types = parts;
    this.#leftOpen += 1;
  }

  /**
   * Measures an alias, after the aliases that it is made of. Uses a stack of its own, because a spec can make a chain
   * of any length.
   */
  #measure(start: string, aliases: ReadonlyMap<string, TypeNode>): void {
    const open = [start];
    const entered = new Set<string>();
    for (let name = open.at(-1); name !== undefined; name = open.at(-1)) {
      if (this.#sizes.has(name)) {
        open.pop();
        continue;
      }
      const type = aliases.get(name) as TypeNode;
      const isNext = (one: string) => aliases.has(one) && !this.#sizes.has(one) && !entered.has(one);
      entered.add(name);
      const before = [...eagerReferences(type, () => true)].filter(isNext);
      open.push(...before);
      if (before.length === 0) this.#sizes.measure(name, type);
    }
  }

  /**
   * Returns the parts of an intersection after leaving some of them open; undefined if TypeScript can expand all of
   * them. If the dropped parts are of objects only, any object (also null, if all of them allow it) takes their place.
   * Drops as few choices as possible, the longest first.
   */
  #partsOf(parts: readonly TypeNode[]): TypeNode[] | undefined {
    const measured = parts.map((part) => ({ part, size: this.#sizes.of(part) }));
    const sizesOf = (some: Iterable<Measured>) => [...some].flatMap(({ size }) => size ?? []);
    if (combinedSizes(sizesOf(measured), MOST_COMBINED)) return undefined;
    const most = Math.max(MOST_KEPT, ...measured.map(({ size }) => total(size) + 1));
    const kept = new Set<Measured>();
    for (const one of [...measured].sort(byLoss)) if (combinedSizes(sizesOf([...kept, one]), most)) kept.add(one);
    const left = measured.filter((one) => kept.has(one)).map(({ part }) => part);
    const dropped = sizesOf(measured.filter((one) => !kept.has(one)));
    if (!dropped.every(isOfObjects)) return left;
    const mayBeNull = dropped.every(({ hasNull }) => hasNull);
    return [...left, mayBeNull ? { kind: "UnionType", types: [OPEN, { kind: "NullKeyword" }] } : OPEN];
  }
}

interface Measured {
  part: TypeNode;
  /** Undefined for `unknown`, which adds nothing. */
  size: Size | undefined;
}

function byLoss({ size: one }: Measured, { size: other }: Measured): number {
  return (other?.choices ?? 0) - (one?.choices ?? 0) || total(one) - total(other);
}

function total(size: Size | undefined): number {
  return size ? size.objects + size.lists + size.values + Number(size.hasNull) : 0;
}

function isOfObjects({ lists, values }: Size): boolean {
  return lists === 0 && values === 0;
}
