import { afterAll } from "vitest";
import { removeTemporaryFolders } from "./temporary-folder.js";

// Here, because this runs for each test file; a module that test files share runs for the first one only.
afterAll(removeTemporaryFolders);
