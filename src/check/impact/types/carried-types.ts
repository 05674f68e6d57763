import { ts } from "ts-morph";
import { getOrInsert } from "../../../collections/index.js";

/** The maximum depth of the search in a type. */
const DEEP = 6;

/**
 * Determines which of the wanted declarations are part of a type: of its properties, items, and the results of promises
 * and functions.
 */
export class CarriedTypes {
  readonly #checker: ts.TypeChecker;
  readonly #wanted: ReadonlySet<ts.Declaration>;
  readonly #known = new Map<ts.Type, ReadonlySet<ts.Declaration>>();

  constructor(checker: ts.TypeChecker, wanted: ReadonlySet<ts.Declaration>) {
    this.#checker = checker;
    this.#wanted = wanted;
  }

  /** Returns the wanted declarations that are part of a type. */
  of(type: ts.Type): ReadonlySet<ts.Declaration> {
    return getOrInsert(this.#known, type, () => {
      const found = new Set<ts.Declaration>();
      this.#visit({ type, found, seen: new Set(), depth: 0 });
      return found;
    });
  }

  #visit({ type, found, seen, depth }: Visit): void {
    if (seen.has(type) || depth > DEEP) return;
    seen.add(type);
    const next = (inner: ts.Type): void => this.#visit({ type: inner, found, seen, depth: depth + 1 });
    if (type.isUnionOrIntersection()) for (const member of type.types) next(member);
    if ((type.flags & ts.TypeFlags.Object) === 0) return;
    const promised = this.#checker.getAwaitedType(type);
    if (promised && promised !== type) {
      next(promised);
      return;
    }
    for (const kind of [ts.IndexKind.Number, ts.IndexKind.String]) {
      const item = this.#checker.getIndexInfoOfType(type, kind)?.type;
      if (item) next(item);
    }
    if (this.#checker.isArrayLikeType(type)) return;
    for (const signature of type.getCallSignatures()) next(signature.getReturnType());
    for (const property of type.getProperties()) {
      const declarations = property.declarations ?? [];
      for (const declaration of declarations) if (this.#wanted.has(declaration)) found.add(declaration);
      // Methods of classes and of the standard library reach almost every type, but are not data.
      if (
        declarations.some((declaration) => !ts.isMethodSignature(declaration) && !ts.isMethodDeclaration(declaration))
      ) {
        next(this.#checker.getTypeOfSymbol(property));
      }
    }
  }
}

interface Visit {
  type: ts.Type;
  found: Set<ts.Declaration>;
  seen: Set<ts.Type>;
  depth: number;
}
