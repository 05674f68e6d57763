export { type CatalogueEntry, type Code, catalogue, type Severity } from "./catalogue/index.js";
export { type Diagnostic, DiagnosticError, diagnostic, fail, type Location } from "./diagnostic.js";
export { isOfKind } from "./kinds.js";
export { type Position, rememberedSource, rememberSource, SourceText } from "./source-text.js";
