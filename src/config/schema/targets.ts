import * as z from "zod";
import { keyNotes } from "./notes.js";

const target = z.enum(["app", "functions"]).register(keyNotes, {
  type: '"app" | "functions"',
  wanted: '"app" or "functions"',
  description: "Where the generated calls are used.",
});

/** What the calls are generated for, each once. */
export const targets = z
  .array(target)
  .min(1, { error: 'must contain "app", "functions" or both' })
  .superRefine((given, context) => {
    for (const [index, each] of given.entries()) {
      if (given.indexOf(each) === index) continue;
      context.addIssue({ code: "custom", path: [index], message: "must not be listed twice" });
    }
  });
