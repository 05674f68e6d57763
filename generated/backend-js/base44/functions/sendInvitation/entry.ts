import { type Context, handle, type Input, type Output } from "./handler.ts";

// This file is yours: b44-gen wrote it once and never changes it. Who may call, and what a right input is, has been
// checked in the generated handler before `run` begins.
async function run(_input: Input, _context: Context): Promise<Output> {
  throw Object.assign(new Error("This function is not written yet"), { status: 501, code: "not_implemented" });
}

export default async function handler(request: Request): Promise<Response> {
  return handle(request, run);
}
