import { join, resolve } from "node:path";
import { findImpact, type Impact, type ImpactApi, type SourcePlace } from "../../check/impact/index.js";
import { shownPath } from "../../files/index.js";
import type { Api } from "../../ir/index.js";
import { detectProject, readLock, readTexts } from "../../project/index.js";
import type { ApiRequest } from "../api/planned-api.js";
import { generate } from "../run/generate.js";
import type { GenerateRequest } from "../run/generate-request.js";
import type { Upstream } from "./upstream.js";

/**
 * Finds the places in the app that changes break: generates in memory from the current specs, and compares. Files are
 * named as in messages.
 */
export async function impactOf(request: GenerateRequest, upstreams: readonly Upstream[]): Promise<Impact> {
  const changed = new Map(upstreams.filter(({ isSame }) => !isSame).map((upstream) => [upstream.name, upstream]));
  const apis = request.apis.flatMap((api) => {
    const upstream = changed.get(api.name);
    return upstream ? (upstream.request ?? []) : [api];
  });
  const { root } = await detectProject(request.folder);
  const before = await generatedBefore(request.folder);
  const after = async () =>
    apis.length > 0 ? generatedAfter({ ...request, apis }, before) : new Map<string, string>();
  const impact = await findImpact({
    root,
    apis: request.apis.flatMap((api) => {
      const upstream = changed.get(api.name);
      return upstream ? [impactApi(api, upstream)] : [];
    }),
    before,
    after,
  });
  const shown = (places: SourcePlace[]) =>
    places.map((place) => ({ ...place, file: shownPath(resolve(root, place.file)) }));
  return { places: shown(impact.places), calls: shown(impact.calls) };
}

function impactApi({ name, way }: ApiRequest, { before, after, changes }: Upstream): ImpactApi {
  const names = (api: Api | undefined) => new Map(api?.operations.map((operation) => [operation.id, operation.name]));
  return {
    slug: (way?.via ?? "integration") === "integration" ? name : undefined,
    fileName: before.api.fileName,
    before: names(before.api),
    after: names(after?.api),
    changes,
  };
}

/** Reads the current generated files, by absolute path. */
async function generatedBefore(folder: string): Promise<Map<string, string>> {
  const lock = await readLock(folder);
  return readTexts(Object.keys(lock?.files ?? {}).map((path) => join(folder, path)));
}

/** Returns the generated files as they would be after a run. */
async function generatedAfter(
  request: GenerateRequest,
  before: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const { writes } = await generate({ ...request, dryRun: true, force: true });
  const files = writes.actions.flatMap(({ action, path, text }): [string, string][] => {
    const file = join(request.folder, path);
    const is = action === "remove" ? undefined : (text ?? before.get(file));
    return is === undefined ? [] : [[file, is]];
  });
  return new Map(files);
}
