/** The load stage: from a path, URL or standard input to a parsed document, and back from a pointer to a line. */
export { Budget } from "./budget.js";
export { defaultMaxBytes } from "./bytes.js";
export { checkLimits } from "./check-limits.js";
export { displayFile, displayReference, shownSpec } from "./display.js";
export { declaredFamily, specFamily } from "./family.js";
export { failRedirect, type KnownVersion, type Validators } from "./fetch-url.js";
export { checkContainers } from "./limits.js";
export { isSpecUnchanged, loadSpec } from "./load-spec.js";
export { locate } from "./locate.js";
export { locateDiagnostics } from "./locate-diagnostics.js";
export { isPrivateHost } from "./private-host.js";
export { readDocument } from "./read-document.js";
export { networkOf } from "./root-network.js";
export { type Source, sourceOf, sourceOfUri } from "./source.js";
