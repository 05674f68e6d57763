/** Diagnostics as code hosts and CI servers read them: pure functions from diagnostics to text. */
export { type HostReporter, reportDiagnostics } from "./report.js";
export { reportFolders } from "./repository.js";
