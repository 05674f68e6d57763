import type { ts } from "ts-morph";
import { closest } from "../../../diagnostics/index.js";
import type { KnownApi } from "../model.js";
import type { UsageFile } from "../usage-file.js";

/**
 * Returns the API with a slug, and reports an unknown slug. The slug may still be correct, so the report is only
 * information if no known slug is similar.
 */
export function checkSlug({ slug, text }: { slug: ts.Node; text: string }, file: UsageFile): KnownApi | undefined {
  const { known } = file.project.input;
  const api = known.find(({ name, via }) => name === text && via === "integration");
  if (api || known.length === 0) return api;
  const other = known.find(({ name }) => name === text);
  if (other) {
    file.findings.report({
      code: "B44-803",
      node: slug,
      message: `"${text}" is not a custom integration: in the config it is called through a ${other.via}.`,
      help: `Call the generated functions of "${text}" instead.`,
    });
    return undefined;
  }
  const meant = nearSlug(text, known);
  file.findings.report({
    code: "B44-803",
    node: slug,
    severity: meant ? "warning" : "info",
    message: `The config has no custom integration with the slug "${text}".`,
    help: meant
      ? `Did you mean "${meant}"?`
      : "Add it to `apis` in b44-gen's config, so that b44-gen can type and check its calls.",
  });
  return undefined;
}

function nearSlug(text: string, known: readonly KnownApi[]): string | undefined {
  const slugs = known.filter(({ via }) => via === "integration").map(({ name }) => name);
  const letters = (slug: string) => slug.toLowerCase().replace(/[^a-z0-9]/g, "");
  return slugs.find((slug) => letters(slug) === letters(text)) ?? closest(text, slugs);
}
