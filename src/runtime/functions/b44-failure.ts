const STATUS = {
  invalid_input: 400,
  not_signed_in: 401,
  not_allowed: 403,
  unknown_operation: 404,
  method_not_allowed: 405,
  body_too_large: 413,
  connector_not_connected: 424,
  too_many_calls: 429,
  internal_error: 500,
  secret_missing: 500,
  connector_config_missing: 500,
  upstream_unreachable: 502,
  answer_too_large: 502,
  unexpected_stream: 502,
  connector_unavailable: 502,
  connector_phase: 502,
  token_refused: 502,
  upstream_timeout: 504,
} as const;

/** The codes of failures other than the API's own responses. */
export type FailureCode = keyof typeof STATUS;

/** The error of a call, in the shape of the SDK's own errors. Neither message nor data contains a secret. */
export class CallFailure extends Error {
  readonly status: number;
  readonly code: FailureCode;
  readonly data: unknown;

  constructor({ code, message, data = null, status = STATUS[code] }: FailureParts) {
    super(message);
    this.name = "CallFailure";
    this.status = status;
    this.code = code;
    this.data = data;
  }
}

/** The parts of a failure. `status` defaults to the code's own. */
export interface FailureParts {
  code: FailureCode;
  message: string;
  data?: unknown;
  status?: number;
}

/** The failure for an API (by its name) that returns more than `limit` bytes. */
export function answerTooLarge(name: string, limit: number): CallFailure {
  return new CallFailure({ code: "answer_too_large", message: `${name} returned more than ${limit} bytes` });
}

/** The failure for an API (by its name) that returns a stream of events to a call that expects JSON. */
export function unexpectedStream(name: string): CallFailure {
  const message = `${name} returned a stream of events, which the call does not accept: do not request one, or list the operation under \`streams\` in the config`;
  return new CallFailure({ code: "unexpected_stream", message });
}

/** The failure for an API (by its name) that does not respond within `timeout` milliseconds. */
export function upstreamTimeout(name: string, timeout: number): CallFailure {
  return new CallFailure({ code: "upstream_timeout", message: `${name} did not respond within ${timeout} ms` });
}

/** The failure for a server (by its name) that returns status 429. */
export function tooManyCalls(who: string): CallFailure {
  return new CallFailure({ code: "too_many_calls", message: `${who} accepts no more calls for now: try again later` });
}

/** A fault in the arguments of a call: in a parameter (`query parameter "limit"`), or in the payload (JSON pointer). */
export interface InputFault {
  /** The operation's `method:/path`, or a function's name. */
  operation: string;
  parameter?: string;
  pointer?: string;
  problem: string;
}

/** The failure for a call with invalid arguments. */
export function invalidInput({ problem, ...data }: InputFault): CallFailure {
  const message = `${data.operation}: ${data.parameter ?? (data.pointer || "the input")} ${problem}`;
  return new CallFailure({ code: "invalid_input", message, data });
}
