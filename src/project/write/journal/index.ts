export { hasLeftovers, type Journal, pendingJournal, readJournal, type Step } from "./journal.js";
export { writeJournal } from "./write-journal.js";
