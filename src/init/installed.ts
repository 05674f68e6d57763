import { createRequire } from "node:module";
import { join } from "node:path";
import { readText } from "../files/index.js";
import { memberOf, parsedJson } from "../json/index.js";

/** True if a module in `folder` can import `b44-gen`. */
export function isResolvable(folder: string): boolean {
  try {
    createRequire(join(folder, "b44-gen.config.js")).resolve("b44-gen/package.json");
    return true;
  } catch {
    return false;
  }
}

/** The part of a package.json that init uses, without missing or invalid members. */
interface PackageFile {
  packageManager: string | undefined;
  /** True if b44-gen is among the package's dependencies. */
  dependsOnB44Gen: boolean;
}

/** Reads the package.json in `folder`. Never rejects. */
export async function readPackageFile(folder: string): Promise<PackageFile> {
  const manifest = parsedJson((await readText(join(folder, "package.json"))) ?? "");
  const groups = ["dependencies", "devDependencies", "optionalDependencies"].map((key) => memberOf(manifest, key));
  const dependsOnB44Gen = groups.some((group) => memberOf(group, "b44-gen") !== undefined);
  const packageManager = memberOf(manifest, "packageManager");
  return { packageManager: typeof packageManager === "string" ? packageManager : undefined, dependsOnB44Gen };
}
