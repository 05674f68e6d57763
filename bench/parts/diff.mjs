import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { measure, root, work } from "../process.mjs";
import { median, takeTurns } from "../rounds.mjs";
import { fileOf, thirtyOperations } from "../specs.mjs";
import { goals, mebibytes, milliseconds, table } from "../table.mjs";

const cli = join(root, "dist/cli.js");
const OLD = join(root, "bench/packages/node_modules/octokit-openapi-19/generated/api.github.com.json");

const ALONE = "all operations";
const IN_AN_APP = "30 operations, in an app that calls one of them";

/** The changes break the parts of the response that this app reads. */
const APP = `import { base44 } from "./base44Client";
import { issuesList } from "./generated/github";

export async function keys() {
  const result = await issuesList(base44);
  return result.success ? result.data.map((issue) => issue.performed_via_github_app?.pem) : [];
}
`;

/** `b44-gen diff` of all changes in GitHub's API over four major versions, fetched from a local server. */
export async function diff({ rounds }) {
  let spec = readFileSync(OLD);
  const server = createServer((_, response) => response.setHeader("content-type", "application/json").end(spec));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${server.address().port}/github.json`;
  const folders = [
    await generated({ name: ALONE, api: { spec: url, operations: "all" } }),
    await generated({
      name: IN_AN_APP,
      api: {
        spec: url,
        operations: [
          "get:/issues",
          ...thirtyOperations(JSON.parse(spec))
            .filter((id) => id !== "get:/issues")
            .slice(0, 29),
        ],
      },
    }),
  ];
  writeFileSync(join(folders[1], "src/api/keys.ts"), APP);
  writeFileSync(
    join(folders[1], "src/api/base44Client.ts"),
    'import { createClient } from "@base44/sdk";\n\nexport const base44 = createClient({ appId: "app" });\n',
  );
  spec = readFileSync(fileOf("GitHub"));
  const runs = [ALONE, IN_AN_APP].map((name, index) => ({ name, args: [cli, "diff"], cwd: folders[index], ends: 1 }));
  const seen = await takeTurns(runs, rounds);
  server.close();
  const rows = [...seen].map(([name, { times, memory, failed }]) => {
    if (failed) throw new Error(failed);
    return [`GitHub 19.1.0 to 23.0.2, ${name}`, milliseconds(median(times)), mebibytes(memory)];
  });
  const goal = { what: "two versions of GitHub's API", most: 3000, seen: median(seen.get(ALONE).times), unit: "ms" };
  return `${table(["`b44-gen diff`", "time", "peak memory"], rows)}

${goals([goal])}

These figures cover the whole command: reading the locked copy, fetching the spec, compiling both versions of 1,030 and 1,223
operations, comparing them and printing the changes. In an app that uses the generated code, the command also generates the code of
both versions and compiles the app with each.`;
}

/** Creates a project with the code of the old version; returns its folder. */
async function generated({ name, api }) {
  const folder = join(work, `diff ${name}`);
  mkdirSync(folder);
  writeFileSync(join(folder, "b44-gen.config.json"), JSON.stringify({ apis: { github: api } }));
  const { failed } = await measure({ args: [cli, "--all"], cwd: folder });
  if (failed) throw new Error(failed);
  return folder;
}
