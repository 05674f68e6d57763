import { type JsonObject, objectMember } from "../../../json/index.js";
import { writtenIn } from "../unresolved/index.js";
import type { Visit } from "../visit.js";
import type { Walk } from "../walk.js";
import { brokenEntries, bundledDiscriminator } from "./discriminator-mapping.js";

/** Rewrites the mapping of a discriminator (OpenAPI 3.2.0, section 4.25) for the bundle, and notes values that point to nothing. */
export function leadDiscriminator(visit: Visit, schema: JsonObject, by: Walk): void {
  const discriminator = objectMember(schema, "discriminator");
  if (!discriminator) return;
  const { references, components, unresolved, edits } = by;
  const place = { schema, base: visit.base, references };
  for (const [way, ref] of brokenEntries(discriminator, place)) {
    const tokens = ["discriminator", ...way];
    unresolved.mappedNowhere(writtenIn(references, ref, { visit, loss: "part", tokens }));
  }
  edits.add(() => {
    const bundled = bundledDiscriminator({ ...place, discriminator, components });
    if (bundled !== discriminator) edits.copy(visit).discriminator = bundled;
  });
}
