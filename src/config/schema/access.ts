import * as z from "zod";
import { keyNotes } from "./notes.js";
import { operationId } from "./operation-id.js";

/** Who may call a function. */
export const access = () => z.enum(["user", "admin", "public"]);

/** Who may call an API's operations: all of them, or each by its operation id. */
export const apiAccess = z.union([
  access(),
  z.record(
    operationId,
    access().register(keyNotes, {
      type: '"user" | "admin" | "public"',
      wanted: '"user", "admin" or "public"',
      description: "Who may call this operation, for example `post:/mail/send`.",
    }),
  ),
]);
