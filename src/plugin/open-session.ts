import { diagnosticsOf } from "../watch/index.js";
import type { PluginOptions } from "./options.js";
import { Session } from "./run/session.js";

/**
 * Returns the session for a plugin's options. Throws an error that build tools show without a stack trace if there is
 * none.
 */
export async function openSession(options: PluginOptions, root: string): Promise<Session> {
  try {
    return await Session.of(options, root);
  } catch (error) {
    throw (await import("./message.js")).buildError(diagnosticsOf(error));
  }
}
