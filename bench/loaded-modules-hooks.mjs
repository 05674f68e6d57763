import { appendFileSync } from "node:fs";

/** Records every module that is loaded. */
export async function load(url, context, next) {
  appendFileSync(process.env.B44_LOADED, `${url}\n`);
  return next(url, context);
}
