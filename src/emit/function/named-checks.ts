import { byCodeUnit } from "../../files/index.js";
import type { Json } from "../../json/index.js";
import type { Check } from "../../runtime/functions/b44-definition.js";
import { type Names, NO_NAMES } from "../types/index.js";

/** What the other parts of an object say about one part of it. */
export interface Around {
  /** Properties that requests (or responses) do not have. */
  left: Names;
  /** Properties that are not required: those in `left`, and those that some alternative of the object does not have. */
  undemanded: Names;
  /**
   * Properties that the other parts declare. A part that forbids additional properties has to allow them. Undefined if
   * it has to allow any property (see ListedNames).
   */
  declared: Names | undefined;
}

/** The surroundings of a schema that is not part of a larger object. */
export const ALONE: Around = { left: NO_NAMES, undemanded: NO_NAMES, declared: NO_NAMES };

/** A check that other checks reference and that is not compiled yet. */
interface Pending {
  name: string;
  schema: Json;
  around: Around;
}

/** The checks that other checks reference by name. Each is compiled once, after the checks that reference it. */
export class NamedChecks {
  readonly #checks = new Map<string, Check>();
  /** The names of the checks of named schemas as parts of larger objects, by schema and surroundings. */
  readonly #within = new Map<string, string>();
  /** The checks that other checks reference and that are not compiled yet. */
  readonly #pending: Pending[] = [];

  /** All checks by name, sorted by name. */
  get all(): Record<string, Check> {
    return Object.fromEntries([...this.#checks].sort(([one], [other]) => byCodeUnit(one, other)));
  }

  /** Adds the check of a named schema, if it is new, and returns its name, which is the schema's. */
  ofNamed(name: string, schema: Json): string {
    return this.#checks.has(name) ? name : this.#add({ name, schema, around: ALONE });
  }

  /** Adds the check of a named schema as a part of a larger object, if it is new, and returns its name. */
  ofPart(name: string, schema: Json, around: Around): string {
    const { left, declared } = around;
    const key = JSON.stringify([name, declared && [...declared].sort(), [...left].sort()]);
    const known = this.#within.get(key) ?? this.ofUnnamed(schema, around);
    this.#within.set(key, known);
    return known;
  }

  /** Adds a check for a schema and returns its name, which no schema has. */
  ofUnnamed(schema: Json, around: Around): string {
    return this.#add({ name: this.#newName(), schema, around });
  }

  /** Adds a compiled check and returns its name, which no schema has. */
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

  /**
   * Compiles the pending checks, and those that they reference. Does not recurse, because a spec can make a chain of
   * references of any length.
   */
  compilePending(compile: (schema: Json, around: Around) => Check): void {
    for (let next = this.#pending.pop(); next; next = this.#pending.pop()) {
      this.#checks.set(next.name, compile(next.schema, next.around));
    }
  }
}
