export { staysInside } from "./links.js";
export { hashOf, hashOnDisk, type OnDisk, onDisk } from "./on-disk.js";
export { patientRemove, patientRename } from "./patience.js";
export { isSpareName, keep, nameNew, spareName, sweepSpares, writeNew } from "./spare.js";
export { syncFolders } from "./sync.js";
export { sweepSparesOf, writeWhole } from "./whole-file.js";
