import * as z from "zod";
import { tokenUrlFault } from "../secrets/index.js";

/** The URL of an OAuth 2.0 token endpoint (RFC 6749, section 3.2). */
export const tokenUrl = () =>
  z.string().superRefine((value, context) => {
    const message = tokenUrlFault(value);
    if (message !== undefined) context.addIssue({ code: "custom", message });
  });
