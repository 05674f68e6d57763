import { join } from "node:path";
import { createClient } from "@base44/sdk";
import { folderOf } from "../../cli/support/folders.js";
import { base44Cli, denoCache, denoFolder } from "./paths.js";
import { freePort, type Serving, startServing } from "./processes.js";
import { APP_ID } from "./project.js";

const EMAIL = "dev@local.test";

/** A home folder in which somebody is logged in to Base44, for a CLI that talks to no Base44. */
function home(): string {
  const login = {
    accessToken: "none",
    refreshToken: "none",
    expiresAt: Date.now() + 86_400_000,
    email: EMAIL,
    name: "Dev",
  };
  return folderOf({ ".base44/auth/auth.json": JSON.stringify(login) });
}

/** What Base44's CLI is run with: offline, and with Deno for functions. */
export function cliEnvironment(): Record<string, string> {
  const folder = home();
  return {
    HOME: folder,
    USERPROFILE: folder,
    TMPDIR: folder,
    PATH: `${denoFolder()}${process.platform === "win32" ? ";" : ":"}${process.env.PATH}`,
    DENO_DIR: denoCache(),
    DENO_NO_UPDATE_CHECK: "1",
    BASE44_DISABLE_TELEMETRY: "1",
    B44_DEV_FUNCTIONS_RUNTIME: "deno",
  };
}

/** `base44 dev` of a project. */
export interface DevServer extends Serving {
  origin: string;
  /** The SDK's own client of a signed-in user, or of nobody. */
  client(who?: "user" | "nobody"): ReturnType<typeof createClient>;
}

/** Starts `base44 dev` with these secrets, which it takes from its environment. */
export async function startDevServer(folder: string, secrets: Record<string, string>): Promise<DevServer> {
  const port = await freePort();
  const serving = await startServing({
    command: process.execPath,
    args: [base44Cli, "dev", "--port", String(port)],
    cwd: folder,
    env: { ...cliEnvironment(), ...secrets },
    ready: "Dev server is available",
  });
  const origin = `http://localhost:${port}`;
  return {
    ...serving,
    origin,
    client: (who = "user") => clientOf(origin, who === "user" ? tokenOf(EMAIL) : undefined),
  };
}

/** The SDK's own client of a server. */
export function clientOf(serverUrl: string, token?: string): ReturnType<typeof createClient> {
  return createClient({ appId: APP_ID, serverUrl, analytics: { enabled: false }, ...(token ? { token } : {}) });
}

/** A token of a user as the dev server takes it: it reads who that is, and checks no signature. */
function tokenOf(email: string): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part({ alg: "none" })}.${part({ sub: email })}.x`;
}

/** The path of a function's entry. */
export function entryOf(folder: string, name: string): string {
  return join(folder, "base44/functions", name, "entry.ts");
}
