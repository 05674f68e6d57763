import * as z from "zod";

/** Base44's id of an operation: `method:/path`. */
export const operationId = z.string().regex(/^[a-z]+:\//, {
  error: "is not an operation id: write the method in lower case, a colon and the path, for example `post:/mail/send`",
});
