import { type Diagnostic, throwErrors } from "../../diagnostics/index.js";
import type { PlacedFile } from "../../emit/output.js";
import { appFiles } from "../outputs/app-files.js";
import { backendFiles } from "../outputs/backend-files.js";
import { plannedConnectorFiles } from "../outputs/connector-files.js";
import { functionNotes } from "../outputs/function-notes.js";
import { projectNotes } from "../outputs/project-notes.js";
import { clientOf } from "./client.js";
import { type Run, targetsOf } from "./run.js";

/** The files of a run, in memory, and its diagnostics so far. */
interface EmittedRun {
  files: PlacedFile[];
  diagnostics: Diagnostic[];
}

/**
 * Emits the files of a run: copies of specs, the app's files and the backend's. Throws if a function's name is taken
 * (B44-613).
 */
export async function emitRun(run: Run): Promise<EmittedRun> {
  const { request, planned } = run;
  const app = targetsOf(request).includes("app") ? await forApp(run) : { files: [], diagnostics: [] };
  const ofApis = planned.flatMap(({ diagnostics }) => diagnostics);
  const found = [...ofApis, ...ofOwnFunctions(run, ofApis), ...app.diagnostics];
  const backend = forBackend(run, found);
  return {
    files: [...planned.flatMap(({ copy }) => copy ?? []), ...app.files, ...backend.files],
    diagnostics: [...found, ...backend.diagnostics],
  };
}

/** Returns the diagnostics of own functions that neither an API nor another function has already. */
function ofOwnFunctions({ own }: Run, said: readonly Diagnostic[]): Diagnostic[] {
  const textOf = ({ code, message, location }: Diagnostic) => JSON.stringify([code, message, location]);
  const known = new Set(said.map(textOf));
  return own
    .flatMap(({ diagnostics }) => diagnostics)
    .filter((item) => {
      const isNew = !known.has(textOf(item));
      known.add(textOf(item));
      return isNew;
    });
}

async function forApp({ request, project, language, planned, own, backend }: Run): Promise<EmittedRun> {
  const { client, notes } = await clientOf({ request, project, language });
  const files = appFiles(planned, { own, language, errors: request.errors, client, backend });
  return { files, diagnostics: [...notes, ...projectNotes(project, request.output, planned)] };
}

/** @param found the diagnostics so far, which are included in an error */
function forBackend({ request, project, planned, own, backend }: Run, found: readonly Diagnostic[]): EmittedRun {
  if (!backend) return { files: [], diagnostics: [] };
  const diagnostics = functionNotes(planned, { own, backend });
  throwErrors([...found, ...diagnostics]);
  const files = [
    ...backendFiles(planned, { own, request, backend, root: project.root }),
    ...plannedConnectorFiles(planned, { backend, isAsked: request.writeConnectors === true }),
  ];
  return { files, diagnostics };
}
