import { handle } from "./handler.ts";

// This file is yours: b44-gen wrote it once and never changes it. Who may call which operation is decided in the
// generated handler, by `access` in the config. Here are the places for what is your app's own:
//   authorize: ({ operation, user, args }) => …   false refuses the call
//   before: ({ operation, user, args }) => …      may return other arguments
//   after: ({ operation, result }) => …           may return another result
export default async function handler(request: Request): Promise<Response> {
  return handle(request, {});
}
