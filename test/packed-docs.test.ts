import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join, posix, resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");

/** What npm would put into the package, of what is there without a build. */
function packed(): string[] {
  const args = ["pack", "--dry-run", "--json", "--ignore-scripts"];
  const told = execFileSync("npm", args, { cwd: root, encoding: "utf8", shell: process.platform === "win32" });
  const [report] = Object.values(JSON.parse(told)) as { files: { path: string }[] }[];
  return report!.files.map(({ path }) => path);
}

/** Where the links of a page lead, as paths from the root. The last section of the README is of the repository. */
function linksOf(page: string): string[] {
  const text = readFileSync(join(root, page), "utf8").replace(/^## How it is built$[\s\S]*/m, "");
  const targets = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, target = ""]) => target);
  return targets.map((target) => posix.join(dirname(page), target));
}

test("links of the pages in the package lead to files in the package", { timeout: 60_000 }, () => {
  const files = packed();
  const pages = files.filter((file) => file.endsWith(".md"));
  expect(pages).toContain("docs/config.md");
  expect(pages.flatMap((page) => linksOf(page).filter((target) => !files.includes(target)))).toEqual([]);
});
