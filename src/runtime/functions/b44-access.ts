import type { ConnectorClient } from "./b44-connection.ts";
import type { Access } from "./b44-definition.ts";
import { CallFailure, tooManyCalls } from "./b44-failure.ts";

/** The part of a function's client that a handler needs. `createClientFromRequest` of any copy of the SDK makes one. */
export interface RequestClient extends ConnectorClient {
  auth: { me(): Promise<unknown> };
}

/** The signed-in user, as `auth.me()` gives it. */
export interface AppUser {
  role?: string;
  [field: string]: unknown;
}

/**
 * Lets a caller in, or throws `not_signed_in`, `not_allowed` or `too_many_calls`; another error where Base44 fails.
 *
 * @returns the signed-in user, or null if anyone may call
 */
export async function admit(client: RequestClient, access: Access): Promise<AppUser | null> {
  if (access === "public") return null;
  const user = await client.auth.me().catch(unlessRefused);
  if (typeof user !== "object" || user === null) {
    throw new CallFailure({ code: "not_signed_in", message: "Sign in to call this" });
  }
  if (access !== "user" && (user as AppUser).role !== "admin") {
    throw new CallFailure({ code: "not_allowed", message: "Only admins of the app may call this" });
  }
  return user as AppUser;
}

/** Only where Base44 refuses to say who calls is nobody signed in: else the user may well be. */
function unlessRefused(error: unknown): null {
  const { status, message } = Object(error);
  if (status === 401 || status === 403) return null;
  if (status === 429) throw tooManyCalls("Base44");
  // A status of any other kind is about our request, not the caller's.
  throw new Error(`Base44 did not identify the caller: ${message}`);
}
