import { expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { folderOf, tree } from "./support/folders.js";
import { run } from "./support/process.js";

const cwd = folderOf();

test.each(["--help", "-h", "help"])("b44-gen %s lists the commands, with examples", async (argument) => {
  const { status, stdout, stderr } = await run([argument], { cwd });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  for (const command of ["generate", "inspect", "export", "init", "check", "diff", "update"])
    expect(stdout).toMatch(new RegExp(`^  ${command} `, "m"));
  expect(stdout).toContain("$ b44-gen specs/crm.yaml --slug my-crm --all --out src/api/generated\n");
  expect(stdout).toContain("\nExit status: 0 success, 1 findings, 2 ");
  expect(stdout.trimEnd()).not.toMatch(/ $/m);
});

test("each command has its own help", async () => {
  const generate = await run(["generate", "--help"], { cwd });
  for (const option of [
    "--config",
    "--slug",
    "--select",
    "--all",
    "--out",
    "--lang",
    "--force",
    "--dry-run",
    "--json",
  ]) {
    expect(generate.stdout).toContain(`  ${option} `);
  }
  for (const [command, option] of [
    ["inspect", "--select"],
    ["export", "--out"],
    ["init", "--ci"],
    ["check", "--upstream"],
    ["diff", "--markdown"],
    ["update", "--markdown"],
  ] as const) {
    const { status, stdout } = await run([command, "--help"], { cwd });
    expect(status).toBe(0);
    expect(stdout).toContain(`Usage: b44-gen ${command} `);
    expect(stdout).toContain(`  ${option} `);
  }
});

test.each(["--version", "-v"])("b44-gen %s prints the package's version", async (argument) => {
  expect(await run([argument], { cwd })).toEqual({ status: 0, stdout: `${manifest.version}\n`, stderr: "" });
});

test("none of this writes anything", () => {
  expect(tree(cwd)).toEqual({});
});
