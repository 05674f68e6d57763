import { type JsonObject, objectMember } from "../../../json/index.js";
import type { References } from "../../references/index.js";
import type { Components } from "../components/index.js";
import type { Edits } from "../edits.js";
import { type Unresolved, writtenIn } from "../unresolved/index.js";
import type { Visit } from "../visit.js";
import { brokenEntries, bundledDiscriminator } from "./discriminator-mapping.js";
import type { LeadsInput } from "./leads.js";

/** What discriminators say of schemas (OpenAPI 3.2.0, section 4.25), led into the bundle. */
export class DiscriminatorLeads {
  readonly #references: References;
  readonly #components: Components;
  readonly #unresolved: Unresolved;
  readonly #edits: Edits;

  constructor({ references, components, unresolved, edits }: LeadsInput) {
    this.#references = references;
    this.#components = components;
    this.#unresolved = unresolved;
    this.#edits = edits;
  }

  /** Leads the values of a schema's discriminator, and notes those that lead nowhere. */
  lead(visit: Visit, schema: JsonObject): void {
    const discriminator = objectMember(schema, "discriminator");
    if (!discriminator) return;
    const place = { schema, base: visit.base, references: this.#references };
    for (const [way, ref] of brokenEntries(discriminator, place)) {
      const tokens = ["discriminator", ...way];
      this.#unresolved.mappedNowhere(writtenIn(this.#references, ref, { visit, loss: "part", tokens }));
    }
    this.#edits.add(() => {
      const bundled = bundledDiscriminator({ ...place, discriminator, components: this.#components });
      if (bundled !== discriminator) this.#edits.copy(visit).discriminator = bundled;
    });
  }
}
