import { execFile } from "node:child_process";
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

/** The environment without what the npm that runs the tests has put there. */
const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_|^INIT_CWD$/i.test(name)));

/** Runs a command in a folder and gives what it prints; rejects with all of that where it fails. */
export async function shell(cwd: string, command: string, ...args: string[]): Promise<string> {
  const options = { cwd, env: environment, maxBuffer: 1 << 26, shell: process.platform === "win32" };
  try {
    return (await promisify(execFile)(command, args, options)).stdout;
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${command} ${args.join(" ")} failed:\n${stdout}\n${stderr}`);
  }
}

/** The version of Base44's CLI whose template is used. */
const CLI = "base44@0.1.18";
const TEMPLATE = "package/dist/assets/templates/backend-and-client";

/**
 * Lays out a new Base44 app in `folder`, as `base44 create` does: the template is in the CLI's package, of which only
 * the tarball is fetched, not what it depends on.
 */
export async function layOutTemplate(folder: string): Promise<void> {
  const [file] = (await shell(folder, "npm", "pack", CLI, "--silent")).trim().split("\n").slice(-1);
  const depth = TEMPLATE.split("/").length;
  await shell(folder, "tar", "-xzf", file!, `--strip-components=${depth}`, TEMPLATE);
  rmSync(join(folder, file!));
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.name.endsWith(".ejs")) render(join(entry.parentPath, entry.name), entry.parentPath);
  }
}

/** The three templates use only `<%= name %>`, one `if`, and a front matter with the name of the file to write. */
function render(file: string, folder: string): void {
  const text = readFileSync(file, "utf8");
  const [, frontMatter = "", body = text] = /^---\n([\s\S]*?)---\n([\s\S]*)$/.exec(text) ?? [];
  const rendered = body
    .replace(/<% if \(description\) \{ %>[\s\S]*?<% } %>/g, "")
    .replace(/<%= name %>/g, "An app")
    .replace(/<%= projectId %>/g, "0123456789abcdef01234567");
  if (rendered.includes("<%")) throw new Error(`${file} has something that this test does not render`);
  const name = /outputFileName: (\S+)/.exec(frontMatter)?.[1];
  writeFileSync(file, rendered);
  renameSync(file, name ? join(folder, name) : file.slice(0, -".ejs".length));
}
