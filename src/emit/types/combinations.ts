import { isInterface, type NamedType } from "./declaration.js";
import type { IntersectionTypeNode, TypeNode } from "./syntax/node.js";
import { eagerReferences } from "./syntax/references.js";
import { combinedSizes, type Size, SizeOfTypes } from "./syntax/size.js";

/** From so many members on, TypeScript refuses to make the union that an intersection of unions is (TS2590). */
const MOST_COMBINED = 100_000;

/** So many are kept where that would be more, or as many as one part has: a compiler takes a moment for each. */
const MOST_KEPT = 10_000;

/** Any object, whatever is in it. */
const OPEN: TypeNode = { kind: "TypeLiteral", members: [{ kind: "IndexSignature", type: { kind: "UnknownKeyword" } }] };

/**
 * Choices that must hold together (`allOf` of several `oneOf`): TypeScript multiplies them out. Where there are too many
 * combinations, some of the choices are left open.
 */
export class Combinations {
  readonly #sizes: SizeOfTypes;
  #leftOpen = 0;

  /** @param types all that have a name; none of their aliases needs itself to be defined */
  constructor(types: readonly NamedType[]) {
    const aliases = new Map(types.flatMap(({ name, type }) => (isInterface(type) ? [] : [[name, type] as const])));
    this.#sizes = new SizeOfTypes((parts) => this.#partsOf(parts) ?? parts);
    for (const name of aliases.keys()) this.#measure(name, aliases);
  }

  /** How often choices were left open so far. */
  get leftOpen(): number {
    return this.#leftOpen;
  }

  /** Leaves choices open in a type, in itself, where there are too many combinations of them. */
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

  /** Measures an alias, those first that it is made of; with a stack of its own, for a chain is as long as a spec makes it. */
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
   * The parts of an intersection where some of them must be left open: any object, or null where that may be, stands for
   * them. As few choices as can be are lost, the longest ones. Undefined where TypeScript takes them all.
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
  /** None of `unknown`, which adds nothing. */
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
