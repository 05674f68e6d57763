import { visibleJson } from "../../diagnostics/index.js";
import { exportSpec } from "../../pipeline/index.js";
import type { ExitStatus } from "../exit-status.js";
import { writeNamedFile } from "../report/write-file.js";
import { type ApiOrSpecOptions, apiOrSpec } from "../request/api-or-spec.js";
import type { Terminal } from "../terminal.js";

/** The options of `b44-gen export`. */
interface ExportOptions extends ApiOrSpecOptions {
  out?: string;
}

/** `b44-gen export API|SPEC`: prints the trimmed spec for the admin's import dialog, as minified JSON. */
export async function exportCommand(
  target: string | undefined,
  options: ExportOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  const source = await apiOrSpec(target ?? "-", options, { whole: false });
  const { text, diagnostics } = await exportSpec(source, terminal.progress);
  terminal.done();
  terminal.diagnostics(diagnostics);
  if (!options.out) {
    terminal.document(visibleJson(text));
    return 0;
  }
  await writeNamedFile(options.out, `${text}\n`);
  terminal.error(`Wrote ${options.out}`);
  return 0;
}
