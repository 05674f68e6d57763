import { findRepository } from "../files/index.js";
import { commandsOf, detectPackageManager } from "./ci/index.js";
import { readPackageFile } from "./installed.js";
import type { InitResult } from "./model.js";

/**
 * Returns the commands to run after `init`: to install b44-gen if it is not a dependency, to generate, and for setup. They do
 * not include setting secrets and connectors, because only generating tells which of them the calls need.
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
    ...(api ? [setupCommand(api, run)] : []),
  ];
}

function setupCommand({ name, via }: NonNullable<InitResult["api"]>, run: string): InitResult["next"][number] {
  return via === "integration"
    ? { command: `${run} export ${name} --out ${name}.json`, why: "the spec for the admin's import dialog" }
    : { command: "base44 functions deploy", why: "deploys the function that makes the calls" };
}
