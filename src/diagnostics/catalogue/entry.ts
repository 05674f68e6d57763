/** The severity of a diagnostic. If there is an error, nothing is written; an info is a note. */
export type Severity = "error" | "warning" | "info";

/** The documentation of a code. `docs/diagnostics.md` is generated from these. */
export interface CatalogueEntry {
  severity: Severity;
  /** A short title, the heading in the documentation. */
  title: string;
  /** When the code is reported, in one or two sentences. */
  cause: string;
  /** How to fix it, in the imperative. */
  help: string;
}
