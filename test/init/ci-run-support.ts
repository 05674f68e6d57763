import { spawnSync } from "node:child_process";
import { chmodSync, existsSync } from "node:fs";
import { join } from "node:path";
import { folderOf, read, write } from "../cli/support/folders.js";

/** A repository with a remote, as a CI job has it checked out, and programs that stand in for `gh` and `b44-gen`. */
export class CiMachine {
  readonly folder: string;
  readonly checkout: string;
  readonly remote: string;

  constructor() {
    this.folder = folderOf({ "work/src/generated.js": "old\n", "tmp/output": "", home: "" });
    this.checkout = join(this.folder, "work");
    this.remote = join(this.folder, "remote/group/app.git");
    this.git("init", "--quiet", "--initial-branch=main");
    this.git("add", "--all");
    this.commit("First", "owner@example.com");
    this.git("init", "--quiet", "--bare", "--initial-branch=main", this.remote);
    this.git("-C", this.remote, "config", "receive.advertisePushOptions", "true");
    this.git("remote", "add", "origin", this.remote);
    this.git("push", "--quiet", "origin", "main");
    this.program("gh", GH);
    this.program("b44-gen", B44_GEN);
    write(this.remote, "hooks/pre-receive", '#!/bin/sh\nenv | sort | grep -a "^GIT_PUSH_OPTION_" > options || true\n');
    chmodSync(join(this.remote, "hooks/pre-receive"), 0o755);
  }

  /** Runs a script as a step. `state`: what the programs are to do, as environment. */
  run(script: string, env: Record<string, string> = {}) {
    const result = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", script], {
      cwd: this.checkout,
      encoding: "utf8",
      env: { ...this.environment(), ...env },
    });
    return { status: result.status, output: `${result.stdout}${result.stderr}` };
  }

  /** Runs git in the checkout, and gives what it says. */
  git(...args: string[]): string {
    const result = spawnSync("git", args, { cwd: this.checkout, encoding: "utf8", env: this.environment() });
    if (result.status !== 0) throw new Error(`git ${args.join(" ")}: ${result.stderr}`);
    return result.stdout.trim();
  }

  commit(message: string, email: string): void {
    this.git("-c", "user.name=A", "-c", `user.email=${email}`, "commit", "--quiet", "--allow-empty", "-m", message);
  }

  /** The checkout of another run: as the remote's main is. */
  startAnew(): void {
    this.git("checkout", "--quiet", "--force", "-B", "main", "origin/main");
    this.git("clean", "-fdq");
  }

  /** What a program was called with since it was last asked, a line a call. */
  calls(program: "gh" | "b44-gen"): string[] {
    const file = join(this.folder, "tmp", `${program}.log`);
    if (!existsSync(file)) return [];
    const lines = read(this.folder, `tmp/${program}.log`).trim().split("\n");
    write(this.folder, `tmp/${program}.log`, "");
    return lines.filter((line) => line !== "");
  }

  private program(name: string, text: string): void {
    write(this.folder, `bin/${name}`, `#!/bin/sh\n${text}\n`);
    chmodSync(join(this.folder, "bin", name), 0o755);
  }

  private environment(): Record<string, string> {
    const tmp = join(this.folder, "tmp");
    return {
      PATH: `${join(this.folder, "bin")}:${process.env.PATH}`,
      HOME: join(this.folder, "nowhere"),
      GIT_CONFIG_NOSYSTEM: "1",
      RUNNER_TEMP: tmp,
      TMPDIR: tmp,
      GITHUB_OUTPUT: join(tmp, "output"),
      B44_GEN: "b44-gen --quiet",
      B44_GEN_NAME: "b44-gen",
    };
  }
}

/** Notes its call; lists one open pull request where the file `open` is there. */
const GH = `printf '%s\\n' "$*" >> "$RUNNER_TEMP/gh.log"
case "$1 $2" in
  "pr list") cat "$RUNNER_TEMP/open" 2> /dev/null || true ;;
  "pr create") echo 7 > "$RUNNER_TEMP/open" ;;
esac`;

/** Notes its call; \`check\` exits with STATUS, \`update\` writes NEW_CODE and the report. */
const B44_GEN = `printf '%s\\n' "$*" >> "$RUNNER_TEMP/b44-gen.log"
case "$2" in
  check) echo '{}'; exit "\${STATUS:-0}" ;;
  update)
    printf '%s\\n' "\${NEW_CODE:-new}" > src/generated.js
    mkdir -p node_modules/x && echo x > node_modules/x/x.js
    printf 'One \\\\o/\\n\\n| a | b |\\n' > "$4"
    exit "\${UPDATE_STATUS:-0}" ;;
esac`;
