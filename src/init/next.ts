import { findRepository } from "../files/index.js";
import { commandsOf, detectPackageManager } from "./ci/index.js";
import { readPackageFile } from "./installed.js";
import type { InitResult } from "./model.js";

/**
 * Returns the commands to run after `init`: to install b44-gen if it is not a dependency, to generate, and for setup.
 */
export async function nextCommands({
  root,
  api,
}: {
  root: string;
  api: InitResult["api"];
}): Promise<InitResult["next"]> {
  const { run, add } = commandsOf(await detectPackageManager(root, findRepository(root) ?? root));
  const { dependsOnB44Gen } = await readPackageFile(root);
  return [
    ...(dependsOnB44Gen ? [] : [{ command: add, why: "so that everyone uses the same version" }]),
    ...(api
      ? [{ command: run, why: "generates the code" }]
      : [{ command: `${run} check`, why: "the check that CI runs" }]),
    ...(api?.via === "integration"
      ? [{ command: `${run} export ${api.name} --out ${api.name}.json`, why: "the spec for the admin's import dialog" }]
      : []),
  ];
}
