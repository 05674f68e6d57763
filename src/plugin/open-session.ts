import { diagnosticsOf } from "../watch/index.js";
import type { PluginOptions } from "./options.js";
import { Session } from "./run/session.js";

/** The session that a plugin's options mean. Throws what a build tool shows without a stack where there is none. */
export async function openSession(options: PluginOptions, root: string): Promise<Session> {
  try {
    return await Session.of(options, root);
  } catch (error) {
    throw (await import("./message.js")).buildError(diagnosticsOf(error));
  }
}
