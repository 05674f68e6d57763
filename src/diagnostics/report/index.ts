/** Reports of diagnostics for code hosts and CI servers: pure functions from diagnostics to text. */
export { type HostReporter, reportDiagnostics } from "./report.js";
export { reportFolders } from "./repository.js";
