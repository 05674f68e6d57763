import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { findImpact, type Impact, type ImpactApi } from "../check/impact/index.js";
import type { Api } from "../ir/index.js";
import { readLock } from "../project/index.js";
import { type GenerateRequest, generate } from "./generate.js";
import type { ApiRequest } from "./planned-api.js";
import type { Upstream } from "./upstream.js";

/** The places of the app that changes break: generates in memory from the specs as they are now, and compares. */
export async function impactOf(request: GenerateRequest, upstreams: readonly Upstream[]): Promise<Impact> {
  const changed = new Map(upstreams.filter(({ isSame }) => !isSame).map((upstream) => [upstream.name, upstream]));
  const apis = request.apis.flatMap((api) => {
    const upstream = changed.get(api.name);
    return upstream ? (upstream.request ?? []) : [api];
  });
  const before = await generatedBefore(request.folder);
  const after = async () =>
    apis.length > 0 ? generatedAfter({ ...request, apis }, before) : new Map<string, string>();
  return findImpact({
    root: request.folder,
    apis: request.apis.flatMap((api) => {
      const upstream = changed.get(api.name);
      return upstream ? [impactApi(api, upstream)] : [];
    }),
    before,
    after,
  });
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

/** The generated files as they are, by absolute path. */
async function generatedBefore(folder: string): Promise<Map<string, string>> {
  const lock = await readLock(folder);
  const paths = Object.keys(lock?.files ?? {}).map((path) => join(folder, path));
  const texts = await Promise.all(paths.map((path) => readFile(path, "utf8").catch(() => undefined)));
  return new Map(paths.flatMap((path, index) => (texts[index] === undefined ? [] : [[path, texts[index]]])));
}

/** The generated files as a run would leave them. */
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
