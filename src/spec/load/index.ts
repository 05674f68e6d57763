/** The load stage: from a path, URL or standard input to a parsed document, and back from a pointer to a line. */

export { displayReference, shownSpec } from "./display.js";
export { declaredFamily, specFamily } from "./family.js";
export { failRedirect, type KnownVersion, type Validators } from "./fetch/fetch-url.js";
export { networkOf } from "./fetch/network.js";
export { isPrivateHost } from "./fetch/private-host.js";
export { Budget } from "./limits/budget.js";
export { defaultMaxBytes } from "./limits/bytes.js";
export { checkLimits } from "./limits/check-limits.js";
export { checkContainers } from "./limits/limits.js";
export { isSpecUnchanged, loadSpec } from "./load-spec.js";
export { locate } from "./locate/locate.js";
export { locateDiagnostics } from "./locate/locate-diagnostics.js";
export { textLocation } from "./locate/text-location.js";
export { readDocument } from "./read-document.js";
export { type Source, sourceOf, sourceOfUri } from "./source.js";
