import { type Code, type Diagnostic, diagnostic } from "../../diagnostics/index.js";
import { isObject, type JsonObject, resolvePointer, stringMember } from "../../spec/json.js";
import type { UpgradedSpec } from "../../spec/model.js";
import type { SourceRef } from "../model.js";

/** What the builders of the single objects share: the document, and a place for what they have to say. */
export class BuildContext {
  readonly root: JsonObject;
  readonly diagnostics: Diagnostic[] = [];
  readonly #spec: UpgradedSpec;
  readonly #file: string;

  constructor(spec: UpgradedSpec, file: string) {
    this.root = spec.root;
    this.#spec = spec;
    this.#file = file;
  }

  /** The object behind a Reference Object (OpenAPI 3.1, section 4.8.23), or the object itself. */
  dereference(value: unknown): JsonObject | undefined {
    let object = isObject(value) ? value : undefined;
    for (let step = 0; object && step < 20; step++) {
      const ref = stringMember(object, "$ref");
      if (ref === undefined) return object;
      const target = resolvePointer(this.root, refPointer(ref));
      object = isObject(target) ? target : undefined;
    }
    return undefined;
  }

  /** Where an object of the document was written. */
  source(object: object, fallback: SourceRef): SourceRef {
    return this.#spec.origins.of(object) ?? fallback;
  }

  /** The source of the document itself. */
  documentSource(pointer: string): SourceRef {
    return { file: this.#file, pointer };
  }

  report(code: Code, message: string, source: SourceRef): void {
    this.diagnostics.push(diagnostic(code, { message, location: source }));
  }
}

/** The JSON pointer of a `$ref` inside the bundled document. */
export function refPointer(ref: string): string {
  const fragment = ref.startsWith("#") ? ref.slice(1) : ref;
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
