import { handle } from "./handler.ts";

// This file is yours: b44-gen created it and never changes it. The generated handler checks who may call which
// operation, by `access` in the config. Add your app's own hooks here:
//   authorize: ({ operation, user, args }) => …   return false to refuse the call
//   before: ({ operation, user, args }) => …      may return new arguments
//   after: ({ operation, result }) => …           may return a new result
export default async function handler(request: Request): Promise<Response> {
  return handle(request, {});
}
