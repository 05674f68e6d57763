/** The resolve stage: reads the documents that a spec refers to, as far as a spec may make b44-gen read anything. */
export { withFolderHelp } from "./folder-help.js";
export { absentDocuments, loadReferences } from "./load-references.js";
export { ReadPolicy } from "./read-policy.js";
export type { DocumentReference, ReferenceOptions } from "./reference-loader.js";
export { baseUri, referenceUri } from "./reference-uri.js";
