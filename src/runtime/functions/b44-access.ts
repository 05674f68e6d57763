import type { ConnectorClient } from "./b44-connection.ts";
import type { Access } from "./b44-definition.ts";
import { CallFailure, tooManyCalls } from "./b44-failure.ts";

/**
 * The part of a function's client that a handler needs. `createClientFromRequest` of any copy of the SDK returns one.
 */
export interface RequestClient extends ConnectorClient {
  auth: { me(): Promise<unknown> };
}

/** The signed-in user, as `auth.me()` returns it. */
export interface AppUser {
  role?: string;
  [field: string]: unknown;
}

/**
 * Checks that the caller may call an operation.
 *
 * @returns the signed-in user, or null if anyone may call
 * @throws {CallFailure} `not_signed_in`, `not_allowed` or `too_many_calls`
 * @throws {Error} if Base44 does not identify the caller for another reason
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

/**
 * Returns null if Base44's error means that nobody is signed in. Throws for all other errors: a user may be signed in.
 */
function unlessRefused(error: unknown): null {
  const { status, message } = Object(error);
  if (status === 401 || status === 403) return null;
  if (status === 429) throw tooManyCalls("Base44");
  // Any other status concerns this function's request to Base44, not the caller's.
  throw new Error(`Base44 did not identify the caller: ${message}`);
}
