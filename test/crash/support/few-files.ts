import { newFolder, succeed } from "./scene.js";
import { specOf } from "./specs.js";
import { layOut, overwrite, type Tree, treeOf } from "./tree.js";

/** A project in which a run creates, updates and removes a file or two each. */
export interface FewFiles {
  /** What the run before left, and the inputs that lead back to it. */
  old: Tree;
  oldInputs: Tree;
  /** Before the run, with its inputs. */
  before: Tree;
  after: Tree;
}

function inputs(version: number, other: string): Tree {
  const api = (name: string) => ({ spec: `specs/${name}.json`, operations: "all" });
  const apis = Object.fromEntries(["crm", other].map((name) => [name, api(name)]));
  return {
    "b44-gen.config.json": JSON.stringify({ lang: "ts", output: "src/api", client: "./client", apis }),
    "specs/crm.json": specOf("crm", version),
    [`specs/${other}.json`]: specOf(other, version),
  };
}

/** Makes the project, and runs both versions once. */
export async function fewFiles(): Promise<FewFiles> {
  const folder = newFolder();
  layOut(folder, { "package.json": "{}", "src/api/mine.ts": "export {};\n", ...inputs(1, "mail") });
  await succeed(folder);
  // With the spec that only version 2 reads, so that going back changes no more than inputs.
  overwrite(folder, { "specs/deals.json": specOf("deals", 2) });
  const old = treeOf(folder);
  overwrite(folder, inputs(2, "deals"));
  const before = treeOf(folder);
  await succeed(folder);
  return { old, oldInputs: inputs(1, "mail"), before, after: treeOf(folder) };
}
