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
export { errorsOf, hasErrors, refuseErrors, withDiagnostics } from "./errors.js";
export { excerptsOf } from "./excerpts.js";
export { counted, firstOf } from "./first-of.js";
export { helpNaming } from "./help-naming.js";
export { isErrorOfKind, isOfKind } from "./kinds.js";
export { type DiagnosticMarks, giveMarks, marksOf } from "./marks.js";
export { News } from "./news.js";
export { printDiagnostic } from "./print.js";
export type { HostReporter } from "./report/index.js";
export { shortenedForPeople } from "./shortened.js";
export { type Position, rememberSource, SourceText, type TextForm } from "./source-text.js";
export { unexpected } from "./unexpected.js";
export { beginning, visible, visibleJson, visibleLines } from "./visible.js";
