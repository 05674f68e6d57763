import type { ConnectorClient } from "./b44-connection.ts";
import type { Access } from "./b44-definition.ts";
import { CallFailure } from "./b44-failure.ts";

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
 * Lets a caller in, or throws `not_signed_in` or `not_allowed`.
 *
 * @returns the signed-in user, or null where anybody may call
 */
export async function admit(client: RequestClient, access: Access): Promise<AppUser | null> {
  if (access === "public") return null;
  const user = await client.auth.me().catch(unlessBroken);
  if (typeof user !== "object" || user === null) {
    throw new CallFailure({ code: "not_signed_in", message: "Sign in to call this" });
  }
  if (access !== "user" && (user as AppUser).role !== "admin") {
    throw new CallFailure({ code: "not_allowed", message: "Only admins of the app may call this" });
  }
  return user as AppUser;
}

/** Where Base44 itself fails, the user may well be signed in. */
function unlessBroken(error: unknown): null {
  if (Object(error).status >= 500) throw error;
  return null;
}
