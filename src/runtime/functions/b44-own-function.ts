import { type AppUser, admit, type RequestClient } from "./b44-access.ts";
import { answering, answerJson } from "./b44-answer.ts";
import type { OwnFunctionDefinition } from "./b44-definition.ts";
import { CallFailure, invalidInput } from "./b44-failure.ts";
import { expectPost, readBody } from "./b44-incoming.ts";
import { validate } from "./b44-validate.ts";

/** What a function gets besides its input. */
export interface RunContext<Client> {
  client: Client;
  /** Null if anyone may call. */
  user: AppUser | null;
  request: Request;
}

/** The app's own code. A `Response` that it returns or throws is sent to the caller. */
export type Run<Client, Input, Output> = (input: Input, context: RunContext<Client>) => Output | Promise<Output>;

/** Handles a request to one of the app's own functions. */
export type OwnHandler<Client> = <Input, Output>(
  request: Request,
  run: Run<Client, Input, Output>,
) => Promise<Response>;

/**
 * Creates the handler of one of the app's own functions. It checks the caller and the input, runs the function, and
 * returns its output as JSON. An empty body is an empty input. An output that does not match its schema is an
 * `internal_error`.
 */
export function createOwnHandler<Client extends RequestClient>(
  definition: OwnFunctionDefinition,
  createClient: (request: Request) => Client,
): OwnHandler<Client> {
  const { name, access, input: check, output: outputCheck, checks, outputChecks = {} } = definition;
  return (request, run) =>
    answering(name, async () => {
      expectPost(request);
      const client = createClient(request);
      const user = await admit(client, access);
      const body = await readBody(request);
      if (body instanceof FormData) {
        throw new CallFailure({ code: "invalid_input", message: `${name} accepts JSON, not a form` });
      }
      const input = body === undefined ? {} : body;
      const fault = check && validate({ check, value: input, checks });
      if (fault) throw invalidInput({ ...fault, operation: name });
      const output: unknown = (await run(input as never, { client, user, request })) ?? null;
      if (output instanceof Response) return output;
      const wrong = outputCheck && validate({ check: outputCheck, value: output, checks: outputChecks });
      if (wrong) throw new Error(`the output${wrong.pointer && ` at ${wrong.pointer}`} ${wrong.problem}`);
      return answerJson(output);
    });
}
