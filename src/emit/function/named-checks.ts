import { byCodeUnit } from "../../files/index.js";
import type { Json } from "../../json/index.js";
import type { Check } from "../../runtime/functions/b44-definition.js";
import { type Names, NO_NAMES } from "../types/index.js";

/** What other parts of the same object say of it. */
export interface Around {
  /** The properties that the direction does not carry. */
  left: Names;
  /** Those, and others that are not demanded, for some form of the object does not have them in it. */
  undemanded: Names;
  /** The properties that they declare: a part that limits others allows those. Undefined for any: see ListedNames. */
  declared: Names | undefined;
}

/** What is no part of an object that says more. */
export const ALONE: Around = { left: NO_NAMES, undemanded: NO_NAMES, declared: NO_NAMES };

/** What becomes a check of its own. */
interface Pending {
  name: string;
  schema: Json;
  around: Around;
}

/** The checks that others refer to by name: each is compiled once, after what refers to it. */
export class NamedChecks {
  readonly #checks = new Map<string, Check>();
  /** The names of checks of named schemas within an object that declares more, by both. */
  readonly #within = new Map<string, string>();
  /** What was referred to, and has no check yet. */
  readonly #pending: Pending[] = [];

  /** By name, in the order of names. */
  get all(): Record<string, Check> {
    return Object.fromEntries([...this.#checks].sort(([one], [other]) => byCodeUnit(one, other)));
  }

  /** The name of the check of a named schema, which is its own. */
  ofNamed(name: string, schema: Json): string {
    return this.#checks.has(name) ? name : this.#add({ name, schema, around: ALONE });
  }

  /** The name of the check of a named schema as a part of an object. */
  ofPart(name: string, schema: Json, around: Around): string {
    const { left, declared } = around;
    const key = JSON.stringify([name, declared && [...declared].sort(), [...left].sort()]);
    const known = this.#within.get(key) ?? this.ofUnnamed(schema, around);
    this.#within.set(key, known);
    return known;
  }

  /** The name of a new check, which no schema has. */
  ofUnnamed(schema: Json, around: Around): string {
    return this.#add({ name: this.#newName(), schema, around });
  }

  /** The name of a check that has none and is compiled. */
  ofCompiled(check: Check): string {
    const name = this.#newName();
    this.#checks.set(name, check);
    return name;
  }

  #newName(): string {
    return `part ${this.#checks.size + 1}`;
  }

  #add(pending: Pending): string {
    this.#checks.set(pending.name, {});
    this.#pending.push(pending);
    return pending.name;
  }

  /** Compiles what was referred to. In a loop: a chain of references is as long as a spec makes it. */
  compilePending(compile: (schema: Json, around: Around) => Check): void {
    for (let next = this.#pending.pop(); next; next = this.#pending.pop()) {
      this.#checks.set(next.name, compile(next.schema, next.around));
    }
  }
}
