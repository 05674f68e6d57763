import { dirname, join } from "node:path";
import { readText } from "../../files/index.js";
import { json5Value } from "../../json5/index.js";
import { memberOf } from "./members.js";

const SDK = "@base44/sdk";

/** The range of `@base44/sdk` in the nearest package.json from `folder` upwards that has it, or undefined. */
export function sdkRange(folder: string): Promise<string | undefined> {
  return nearest(folder, "package.json", (manifest) => {
    const ranges = ["dependencies", "devDependencies", "peerDependencies"].map((key) =>
      memberOf(memberOf(manifest, key), SDK),
    );
    return ranges.find((range) => typeof range === "string");
  });
}

/** The version of the `@base44/sdk` that code in `folder` would load, or undefined where none is installed. */
export function sdkVersion(folder: string): Promise<string | undefined> {
  return nearest(folder, `node_modules/${SDK}/package.json`, (manifest) => {
    const version = memberOf(manifest, "version");
    return typeof version === "string" ? version : undefined;
  });
}

async function nearest(
  folder: string,
  path: string,
  pick: (manifest: unknown) => string | undefined,
): Promise<string | undefined> {
  const text = await readText(join(folder, path));
  const found = text === undefined ? undefined : pick(json5Value(text));
  if (found !== undefined || dirname(folder) === folder) return found;
  return nearest(dirname(folder), path, pick);
}
