import path from "node:path";
import { expect, test } from "vitest";
import { foldersBeside } from "../../src/spec/resolve/folders-beside.js";

const at = (file: string) => path.resolve("/", file);

test.each<[given: string, files: string[], want: Record<string, string[]>]>([
  ["one file", ["p/common/a.yaml"], {}],
  ["several of one folder", ["p/common/a.yaml", "p/common/b.yaml"], { "p/common": ["a.yaml", "b.yaml"] }],
  [
    "the innermost folder that holds them",
    ["p/lib/v1/schemas/a.yaml", "p/lib/v1/parameters/deep/b.yaml"],
    { "p/lib/v1": ["schemas/a.yaml", "parameters/deep/b.yaml"] },
  ],
  [
    "folders apart",
    ["p/one/a.yaml", "q/two/c.yaml", "p/one/b.yaml", "q/two/d.yaml", "q2/e.yaml"],
    { "p/one": ["a.yaml", "b.yaml"], "q/two": ["c.yaml", "d.yaml"] },
  ],
  ["none that is hidden", ["p/.keys/a.yaml", "p/.keys/b.yaml", "q/.git/x/c.yaml", "q/.git/x/d.yaml"], {}],
  ["not a folder that holds the spec's own", ["p/a.yaml", "p/b.yaml", "c.yaml"], {}],
])("folders beside the spec's own: %s", (_given, files, want) => {
  const found = foldersBeside(files.map(at), at("p/api/specs"));
  expect(found).toEqual(
    Object.entries(want).map(([folder, held]) => ({
      folder: at(folder),
      files: held.map((file) => path.join(at(folder), file)),
    })),
  );
});
