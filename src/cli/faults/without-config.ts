import { configsBelow } from "../../config/index.js";
import { fail } from "../../diagnostics/index.js";
import { shownFile } from "../../files/index.js";

/** The number of configs that the help names. */
const NAMED_CONFIGS = 5;

/** Throws B44-501: there is no config. If folders below have configs, as in a monorepo, the help names them. */
export function failWithoutConfig(message: string): never {
  const files = configsBelow(process.cwd()).map((file) => shownFile(file));
  const [first] = files;
  if (first === undefined) return fail("B44-501", { message });
  const named = files.slice(0, NAMED_CONFIGS).join(", ");
  const more = files.length > NAMED_CONFIGS ? ` and ${files.length - NAMED_CONFIGS} more` : "";
  const help = `Folders below have ${named}${more}. Run b44-gen in that folder, or with \`--config ${first}\`.`;
  return fail("B44-501", { message, help });
}
