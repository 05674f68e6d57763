import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

test.each<[script: string, args: string[], status: number, says: RegExp]>([
  ["corpus", ["--help"], 0, /^ {2}--specs FOLDER /m],
  ["fidelity", ["--help"], 0, /^ {2}--no-peer /m],
  ["bench", ["--help"], 0, /PART is one of side-by-side/],
  ["samples", ["--help"], 0, /^ {2}--into PATH /m],
  ["hostile-others", ["--help"], 0, /^ {2}--all /m],
  ["corpus", ["--nonsense"], 2, /^Unknown option '--nonsense'\. See `npm run corpus -- --help`\./],
  ["corpus", ["--jobs", "many"], 2, /^--jobs many: must be a whole number/],
  ["corpus", ["--lang", "py"], 2, /^--lang py: must be ts or js\./],
  ["fidelity", ["--specs", "absent"], 2, /^--specs absent: the folder does not exist\./],
  ["bench", ["all"], 2, /^all is not one of side-by-side, /],
])("%s %j", (script, args, status, says) => {
  const run = spawnSync(process.execPath, [`scripts/${script}.mjs`, ...args], { cwd: root, encoding: "utf8" });
  expect([run.status, run.stdout + run.stderr]).toEqual([status, expect.stringMatching(says)]);
});
