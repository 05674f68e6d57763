import { afterAll } from "vitest";
import { removeTemporaryFolders } from "./temporary-folder.js";

// Here, because a module that test files share is run for the first of them only; this is run for each.
afterAll(removeTemporaryFolders);
