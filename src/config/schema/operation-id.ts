import * as z from "zod";

/** Base44's name of an operation: `method:/path`. */
export const operationId = z.string().regex(/^[a-z]+:\//, {
  error: "is no operation id: write the method in lower case and the path, as in `post:/mail/send`",
});
