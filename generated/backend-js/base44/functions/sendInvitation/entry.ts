import { type Context, handle, type Input, type Output } from "./handler.ts";

// This file is yours: b44-gen created it and never changes it. The generated handler checks who may call and whether
// the input is valid before it calls `run`.
async function run(_input: Input, _context: Context): Promise<Output> {
  throw Object.assign(new Error("This function is not written yet"), { status: 501, code: "not_implemented" });
}

export default async function handler(request: Request): Promise<Response> {
  return handle(request, run);
}
