import { dirname, join } from "node:path";
import { readText } from "../../files/index.js";
import { memberOf } from "../../json/index.js";
import { json5Value } from "../../json5/index.js";
import type { SdkRange } from "./model.js";

const SDK = "@base44/sdk";

/**
 * Returns the range of `@base44/sdk` in the nearest package.json, from `folder` upwards, that has one; undefined if
 * none has.
 */
export function sdkRange(folder: string): Promise<SdkRange | undefined> {
  return nearest(folder, "package.json", (manifest, file) => {
    for (const key of ["dependencies", "devDependencies", "peerDependencies"]) {
      const range = memberOf(memberOf(manifest, key), SDK);
      if (typeof range === "string") return { range, file, path: [key, SDK] };
    }
    return undefined;
  });
}

/** Returns the version of `@base44/sdk` that code in `folder` would load; undefined if none is installed. */
export function sdkVersion(folder: string): Promise<string | undefined> {
  return nearest(folder, `node_modules/${SDK}/package.json`, (manifest) => {
    const version = memberOf(manifest, "version");
    return typeof version === "string" ? version : undefined;
  });
}

async function nearest<Found>(
  folder: string,
  path: string,
  pick: (manifest: unknown, file: string) => Found | undefined,
): Promise<Found | undefined> {
  const file = join(folder, path);
  const text = await readText(file);
  const found = text === undefined ? undefined : pick(json5Value(text), file);
  if (found !== undefined || dirname(folder) === folder) return found;
  return nearest(dirname(folder), path, pick);
}
