export { detectBackend } from "./detect/backend.js";
export type { Backend, BackendConnector, BackendFunction } from "./detect/backend-model.js";
export { type Client, clientImport } from "./detect/client.js";
export { type ConnectorUse, connectorUses } from "./detect/connector-uses.js";
export { detectProject } from "./detect/detect.js";
export { filesBelow } from "./detect/files-below.js";
export { type IncludeAdvice, includeAdvice } from "./detect/include-advice.js";
export type { Project } from "./detect/model.js";
export { projectModule } from "./detect/project-module.js";
export { sdkAtLeast } from "./detect/semver-floor.js";
export { fastCheck, type RunFacts } from "./fast-check.js";
export { type LineDiff, lineDiff } from "./line-diff.js";
export { formatLock } from "./lock/format.js";
export {
  type FileKind,
  type InputDocument,
  LOCK_FILE,
  LOCK_VERSION,
  type Lock,
  type LockedApi,
  type LockedFile,
  type LockedOperation,
  type LockUpdate,
} from "./lock/model.js";
export { readLock, readLockToReplace } from "./lock/read.js";
export { readTexts } from "./read-texts.js";
export { type FileLanguage, readStamp, type Stamp, stampText } from "./stamp.js";
export { type ApplyOptions, applyWrites, takeTurns, type WriteMoment } from "./write/apply.js";
export { backendAfter, type FunctionsOfRun } from "./write/backend-after.js";
export { ChangedFile } from "./write/changed.js";
export { pendingJournal } from "./write/journal.js";
export type { GeneratedFile, OutputRoot, PlanInput, WriteAction, WritePlan } from "./write/model.js";
export { planWrites } from "./write/plan.js";
export { type Recovery, recover } from "./write/recover.js";
export { sweepSparesOf, writeWhole } from "./write/whole-file.js";
