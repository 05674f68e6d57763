import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { fail } from "../../diagnostics/index.js";
import { systemFault } from "../../files/index.js";

/** Writes the file of an option. Throws B44-604 if the system refuses. */
export async function writeNamedFile(file: string, text: string): Promise<void> {
  try {
    await writeFile(resolve(file), text);
  } catch (error) {
    fail("B44-604", { message: `${file} cannot be written: ${systemFault(error)}.`, location: { file } });
  }
}
