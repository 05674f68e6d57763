import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import SwaggerParser from "@apidevtools/swagger-parser";
import { beforeAll, expect, it } from "vitest";
import { temporaryFolder } from "./support/temporary-folder.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = temporaryFolder("samples");

let fresh: Record<string, string> = {};
beforeAll(() => {
  execFileSync(process.execPath, [join(root, "scripts/samples.mjs"), "--into", folder]);
  fresh = texts(join(folder, "generated"));
});

function texts(of: string): Record<string, string> {
  const files = readdirSync(of, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(paths.map((path) => [relative(of, path).split(sep).join("/"), readFileSync(path, "utf8")]));
}

it("generated/ is what b44-gen writes now: otherwise run `npm run samples` and review the difference", () => {
  const old = texts(join(root, "generated"));
  expect(Object.keys(old)).toEqual(Object.keys(fresh));
  for (const [path, text] of Object.entries(fresh)) expect(old[path], `${path}: run \`npm run samples\``).toBe(text);
});

it("the files are well-formed", () => {
  const ugly = Object.entries(fresh).flatMap(([path, text]) =>
    text.split("\n").flatMap((line, index, lines) => {
      const faults = [
        ...(/\s$/.test(line) ? ["blanks at the end"] : []),
        ...(/\t/.test(line) ? ["a tab"] : []),
        ...(line === "" && lines[index + 1] === "" ? ["two blank lines"] : []),
        ...(/^( {2})*( )(?! ?\*)\S/.test(line) ? ["an odd indentation"] : []),
      ];
      return faults.map((fault) => `${path}:${index + 1} has ${fault}`);
    }),
  );
  const ends = Object.entries(fresh).filter(([, text]) => !text.endsWith("\n") || text.endsWith("\n\n"));
  expect([...ugly, ...ends.map(([path]) => `${path} does not end with one line break`)]).toEqual([]);
});

it("Biome reports nothing in it", () => {
  writeFileSync(join(folder, "biome.json"), "{}");
  const biome = join(root, "node_modules/@biomejs/biome/bin/biome");
  expect(() =>
    execFileSync(process.execPath, [biome, "lint", "--error-on-warnings", "generated"], { cwd: folder, stdio: "pipe" }),
  ).not.toThrow();
});

it.each(["crm/openapi.yaml", "calendar/openapi.yaml", "petstore-2/swagger.json", "many-files/openapi.yaml"])(
  "%s is a valid spec",
  async (fixture) => {
    await SwaggerParser.validate(join(root, "fixtures", fixture));
  },
);
