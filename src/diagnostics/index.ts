export { textOfBytes } from "./byte-string.js";
export { type CatalogueEntry, type Code, catalogue, type Severity } from "./catalogue/index.js";
export { closest } from "./closest.js";
export { confidential } from "./confidential.js";
export {
  type Diagnostic,
  type DiagnosticDetails,
  DiagnosticError,
  diagnostic,
  fail,
  type Location,
} from "./diagnostic.js";
export { editDistance } from "./edit-distance.js";
export { errorsOf, hasErrors, throwErrors, withDiagnostics } from "./errors.js";
export { excerptsOf } from "./excerpts.js";
export { counted, firstOf } from "./first-of.js";
export { helpForApi } from "./help-for-api.js";
export { isErrorOfKind, isOfKind } from "./kinds.js";
export { type DiagnosticMarks, marksOf, setMarks } from "./marks.js";
export { NewDiagnostics } from "./new-diagnostics.js";
export { printDiagnostic } from "./print.js";
export type { HostReporter } from "./report/index.js";
export { shortenedForPeople } from "./shortened.js";
export { type Position, rememberSource, SourceText, type TextForm } from "./source-text.js";
export { unexpected } from "./unexpected.js";
export { beginning, visible, visibleJson, visibleLines } from "./visible.js";
