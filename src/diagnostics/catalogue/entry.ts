/** How much a diagnostic matters: after an error nothing is written; an info is a note. */
export type Severity = "error" | "warning" | "info";

/** What the catalogue keeps of a code. `docs/diagnostics.md` is made from these. */
export interface CatalogueEntry {
  severity: Severity;
  /** A few words, the heading in the documentation. */
  title: string;
  /** When it is reported, in one or two sentences. */
  cause: string;
  /** What to do, in the imperative. */
  help: string;
}
