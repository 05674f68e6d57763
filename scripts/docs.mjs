import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

/**
 * Writes docs/diagnostics.md, docs/config.md and docs/changes.md from the code that they describe. With --check, only
 * reports whether they are up to date.
 */
const root = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(root, "node_modules/.b44-gen-docs-"));
try {
  await build({
    absWorkingDir: root,
    stdin: {
      contents: `export { catalogue } from "./src/diagnostics/index.ts"; export { configMarkdown } from "./src/config/document.ts"; export { changesPage } from "./src/check/diff/document.ts";`,
      resolveDir: root,
    },
    bundle: true,
    format: "esm",
    platform: "node",
    outfile: join(folder, "docs.mjs"),
    logLevel: "warning",
  });
  const { catalogue, changesPage, configMarkdown } = await import(pathToFileURL(join(folder, "docs.mjs")).href);
  write("docs/diagnostics.md", diagnosticsMarkdown(catalogue));
  write("docs/config.md", configPage(configMarkdown()));
  write("docs/changes.md", changesPage());
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function write(path, text) {
  const file = join(root, path);
  if (!process.argv.includes("--check")) return writeFileSync(file, text);
  if (readFileSync(file, "utf8") === text) return undefined;
  console.error(`${path} is out of date: run npm run docs.`);
  process.exitCode = 1;
}

function diagnosticsMarkdown(catalogue) {
  const entries = Object.entries(catalogue).sort(([a], [b]) => (a < b ? -1 : 1));
  const sections = entries.map(
    ([code, { severity, title, cause, help }]) => `## ${code} ${title}\n\n*${severity}.* ${cause}\n\n${help}\n`,
  );
  return `# Diagnostics\n\nEvery message of b44-gen has a code. This page lists the cause and the fix for each code. Codes are stable.\n\nGenerated from src/diagnostics/catalogue by \`npm run docs\`.\n\n${sections.join("\n")}`;
}

function configPage(table) {
  return `# Config

One config file describes everything that b44-gen generates for an app. \`b44-gen init\` creates it ([init.md](init.md)). This page lists every key.

b44-gen looks for \`b44-gen.config.ts\`, \`.js\`, \`.mjs\` or \`.json\` in the current folder and the folders above it. A folder may have only one. Paths are relative to the config.

${table.trim()}

The table is generated from src/config/schema by \`npm run docs\`.
`;
}
