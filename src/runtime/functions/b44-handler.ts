import { type AppUser, admit, type RequestClient } from "./b44-access.ts";
import { answering, answerResult } from "./b44-answer.ts";
import type { ApiDefinition, CallArguments, CallResult } from "./b44-definition.ts";
import { CallFailure } from "./b44-failure.ts";
import { readCall } from "./b44-incoming.ts";
import { callUpstream, operationOf } from "./b44-upstream.ts";

/** The call that a hook is run for. */
export interface HookContext<Client> {
  /** `method:/path`. */
  operation: string;
  /** Not checked yet in `authorize` and `before`. */
  args: CallArguments;
  client: Client;
  /** Null if anyone may call. */
  user: AppUser | null;
  request: Request;
}

type Maybe<Value> = Value | Promise<Value>;
// biome-ignore lint/suspicious/noConfusingVoidType: a hook without a return statement is right
type MayAnswer<Value> = Maybe<Value | Response | undefined | void>;

/** The app's own hooks. A `Response` that a hook returns or throws is sent to the caller. */
export interface Hooks<Client> {
  /** Returns true to allow the call, false to refuse it. Runs only for callers whom `access` in the config allows. */
  authorize?(context: HookContext<Client>): Maybe<boolean | Response>;
  /** Can change the arguments, in place or by returning new ones. */
  before?(context: HookContext<Client>): MayAnswer<CallArguments>;
  /** Can change the result, in place or by returning a new one. */
  after?(context: HookContext<Client> & { result: CallResult }): MayAnswer<CallResult>;
}

/** Handles a request to an API's function. */
export type Handler<Client> = (request: Request, hooks?: Hooks<Client>) => Promise<Response>;

/**
 * Creates the handler of an API's function. It allows only operations of the definition, checks who may call them,
 * calls the API, and returns the result. `createClient` is the SDK's `createClientFromRequest`.
 */
export function createHandler<Client extends RequestClient>(
  definition: ApiDefinition,
  createClient: (request: Request) => Client,
): Handler<Client> {
  return (request, hooks = {}) =>
    answering(definition.name, async () => {
      const call = await readCall(request);
      const { access } = operationOf(definition, call.operation);
      const operation = call.operation as string;
      const client = createClient(request);
      const user = await admit(client, access);
      const context: HookContext<Client> = { operation, args: call.args, client, user, request };
      const allowed = hooks.authorize ? await hooks.authorize(context) : true;
      if (allowed instanceof Response) return allowed;
      if (!allowed) throw new CallFailure({ code: "not_allowed", message: "You may not call this" });
      const changed = await hooks.before?.(context);
      if (changed instanceof Response) return changed;
      const args = changed ?? context.args;
      const result = await callUpstream({ definition, operationId: operation, args, client });
      const answer = (await hooks.after?.({ ...context, args, result })) ?? result;
      return answer instanceof Response ? answer : answerResult(answer);
    });
}
