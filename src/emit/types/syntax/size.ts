import type { IntersectionTypeNode, TypeNode } from "./node.js";

/**
 * The number of members that a type has as a union in TypeScript, by kind: objects; arrays, and combinations of
 * different kinds; strings and other values; null.
 */
export interface Size {
  objects: number;
  lists: number;
  values: number;
  hasNull: boolean;
  /** The number of choices that the type combines. */
  choices: number;
}

const NONE: Size = { objects: 0, lists: 0, values: 0, hasNull: false, choices: 0 };
const OBJECT: Size = { ...NONE, objects: 1 };
const LIST: Size = { ...NONE, lists: 1 };
const VALUE: Size = { ...NONE, values: 1 };
const BOOLEAN: Size = { ...NONE, values: 2 };
const NULL: Size = { ...NONE, hasNull: true };

/** Global types whose size is that of their first argument. */
const BY_ARGUMENT = new Set(["Exclude", "WithRequired"]);

/** Computes the sizes of types, from the sizes of the aliases that they reference. */
export class SizeOfTypes {
  readonly #named = new Map<string, Size | undefined>();
  /** The sizes of intersections so far. Without them, nested intersections would be measured twice on each level. */
  readonly #intersections = new Map<IntersectionTypeNode, Size | undefined>();
  readonly #partsOf: (parts: readonly TypeNode[]) => readonly TypeNode[];

  /** @param partsOf returns the parts of an intersection that remain once it is limited */
  constructor(partsOf: (parts: readonly TypeNode[]) => readonly TypeNode[]) {
    this.#partsOf = partsOf;
  }

  has(name: string): boolean {
    return this.#named.has(name);
  }

  /** Measures an alias and stores its size. */
  measure(name: string, type: TypeNode): void {
    this.#named.set(name, this.of(type));
  }

  /** Returns the size of a type; undefined for `unknown`, which adds nothing to an intersection. */
  of(node: TypeNode): Size | undefined {
    switch (node.kind) {
      case "UnknownKeyword":
        return undefined;
      case "NeverKeyword":
        return NONE;
      case "NullKeyword":
        return NULL;
      case "BooleanKeyword":
        return BOOLEAN;
      case "TypeLiteral":
      case "IndexedAccessType":
        return OBJECT;
      case "ArrayType":
      case "TupleType":
        return LIST;
      case "LiteralType":
        return node.literal.kind === "NullKeyword" ? NULL : VALUE;
      case "TypeReference":
        return this.#ofReference(node.typeName.text, node.typeArguments);
      case "UnionType":
        return sum(node.types.map((type) => this.of(type)));
      case "IntersectionType":
        return this.#ofIntersection(node);
      default:
        return VALUE;
    }
  }

  #ofIntersection(node: IntersectionTypeNode): Size | undefined {
    if (this.#intersections.has(node)) return this.#intersections.get(node);
    const sizes = this.#partsOf(node.types).flatMap((part) => this.of(part) ?? []);
    const size = sizes.length === 0 ? undefined : combinedSizes(sizes, Number.POSITIVE_INFINITY);
    this.#intersections.set(node, size);
    return size;
  }

  #ofReference(name: string, [first]: readonly TypeNode[]): Size | undefined {
    if (first && BY_ARGUMENT.has(name)) return this.of(first);
    return this.#named.has(name) ? this.#named.get(name) : OBJECT;
  }
}

function sum(sizes: readonly (Size | undefined)[]): Size | undefined {
  const total = { ...NONE, choices: 1 };
  for (const size of sizes) {
    if (!size) return undefined;
    total.objects += size.objects;
    total.lists += size.lists;
    total.values += size.values;
    total.hasNull ||= size.hasNull;
  }
  return total;
}

/**
 * Returns the size of the intersection of several types. TypeScript halves the list of types until two are left, and
 * combines each member of one with each member of the other. Of strings and other values the same ones remain, and of
 * null, null. Undefined if that makes `most` or more members at once.
 */
export function combinedSizes(sizes: readonly Size[], most: number): Size | undefined {
  const [first, second] = sizes;
  if (!second) return first ?? NONE;
  const middle = sizes.length >> 1;
  const [one, other] = [sizes.slice(0, middle), sizes.slice(middle)].map((half) => combinedSizes(half, most));
  return one && other && combined(one, other, most);
}

function combined(one: Size, other: Size, most: number): Size | undefined {
  const [some, others] = [one.objects + one.lists, other.objects + other.lists];
  const count = (some + one.values + Number(one.hasNull)) * (others + other.values + Number(other.hasNull));
  if (count >= most && some + others > 0) return undefined;
  return {
    objects: one.objects * other.objects,
    lists: some * others - one.objects * other.objects + some * other.values + one.values * others,
    values: Math.min(one.values, other.values),
    hasNull: one.hasNull && other.hasNull,
    choices: one.choices + other.choices,
  };
}
