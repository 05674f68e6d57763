/**
 * The part of a Base44 client that a call through a custom integration needs. The client of any copy of the SDK has it.
 */
export interface IntegrationClient {
  integrations: {
    custom: {
      call(
        slug: string,
        operationId: string,
        params?: object,
      ): Promise<{ success: boolean; status_code: number; data?: unknown }>;
    };
  };
}

/** What every call resolves to: the API's response, whatever its status, in the SDK's form. */
export type ApiResult = { success: boolean; status_code: number; data: unknown };

type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
type NumberOf<Text extends string> = Text extends `${infer Value extends number}` ? Value : never;

/** Success statuses (RFC 9110, section 15.3). */
export type Status2XX = NumberOf<`2${Digit}${Digit}`>;
/** Redirection statuses (RFC 9110, section 15.4). */
export type Status3XX = NumberOf<`3${Digit}${Digit}`>;
/** Client error statuses (RFC 9110, section 15.5). */
export type Status4XX = NumberOf<`4${Digit}${Digit}`>;
/** Server error statuses (RFC 9110, section 15.6). */
export type Status5XX = NumberOf<`5${Digit}${Digit}`>;

/** The statuses for which `success` is true. */
export type SuccessStatus = Status2XX;
/** The statuses for which `success` is false. */
export type FailureStatus = Status3XX | Status4XX | Status5XX;

/** The error statuses except these. Editors and compiler messages show this name instead of a long list. */
export type OtherFailureStatus<Declared> = Exclude<FailureStatus, Declared>;
/** The statuses of a range except these, likewise named to keep messages short. */
export type OtherStatus2XX<Declared> = Exclude<Status2XX, Declared>;
export type OtherStatus3XX<Declared> = Exclude<Status3XX, Declared>;
export type OtherStatus4XX<Declared> = Exclude<Status4XX, Declared>;
export type OtherStatus5XX<Declared> = Exclude<Status5XX, Declared>;

/** The API returned this success status. A union of statuses becomes a union of types. */
export type ApiSuccess<Status, Data = unknown> = Status extends unknown
  ? { success: true; status_code: Status; data: Data }
  : never;
/** The API returned this error status. A union of statuses becomes a union of types. */
export type ApiFailure<Status, Data = unknown> = Status extends unknown
  ? { success: false; status_code: Status; data: Data }
  : never;
/** The API returned a success status of a range. One type covers the whole range. */
export type SuccessIn<Range, Data = unknown> = { success: true; status_code: Range; data: Data };
/** The API returned an error status of a range. One type covers the whole range. */
export type FailureIn<Range, Data = unknown> = { success: false; status_code: Range; data: Data };
/** The declared types, and one type for all other error statuses. */
export type WithOtherFailures<Declared extends { status_code: unknown }, Data = unknown> =
  | Declared
  | { success: false; status_code: OtherFailureStatus<Declared["status_code"]>; data: Data };

/** The data of a result that succeeded. */
export type DataOf<Result extends ApiResult> = Extract<Result, { success: true }>["data"];

/** The types of a result that failed. */
export type FailureOf<Result extends ApiResult> = Extract<Result, { success: false }>;

declare const resultType: unique symbol;

/** A promise of a result's data that rejects with an {@link ApiError} if the API returns an error status. */
export interface Unwrapped<Result extends ApiResult> extends Promise<DataOf<Result>> {
  readonly [resultType]?: Result;
}

/**
 * An {@link ApiError} of an operation, typed by the operation's result. Its `status_code` narrows the declared bodies.
 */
export type ApiErrorOf<Result> = ApiError & FailureOf<Extract<Result, ApiResult>>;

/** The result type of a generated function, from what it returns. Works with `errors: "throw"` too. */
export type ResultOf<Answer> = Answer extends { readonly [resultType]?: infer Result }
  ? Exclude<Result, undefined>
  : Awaited<Answer>;

// biome-ignore lint/suspicious/noExplicitAny: the one way to say "any function" in a constraint
type AnyOperation = (...args: any[]) => PromiseLike<unknown>;

/** The operation that a result came from, and the operation that a bound function calls. */
const sources: WeakMap<object, unknown> = new WeakMap();

/** The API returned an error status. `isApiError` checks which operation the error is from, and narrows its type. */
export class ApiError extends Error {
  readonly success!: false;
  readonly status_code!: number;
  readonly data: unknown;
  /** The function that was called. */
  readonly operation: unknown;

  /** @param result all its members are copied to the error, including response headers if the result has them */
  constructor(result: ApiResult) {
    super(`The API returned ${result.status_code}`);
    Object.assign(this, result, { name: "ApiError", operation: sources.get(result) });
  }
}

/**
 * Returns the data of a result. Throws an {@link ApiError} if the API returned an error status.
 * Also accepts the promise of a call: `await unwrap(listContacts(base44))`.
 */
export function unwrap<Result extends ApiResult>(result: PromiseLike<Result>): Unwrapped<Result>;
export function unwrap<Result extends ApiResult>(result: Result): DataOf<Result>;
export function unwrap(result: ApiResult | PromiseLike<ApiResult>): unknown {
  if ("then" in result) return result.then((settled) => unwrap(settled));
  if (result.success) return result.data;
  throw new ApiError(result);
}

/**
 * True if `error` is an error response of the API to a call of `operation`. Its `status_code` then narrows the declared
 * bodies. False for Base44's own failures, such as an integration that does not exist or an API that cannot be reached.
 */
export function isApiError<Operation extends AnyOperation>(
  error: unknown,
  operation: Operation,
): error is ApiErrorOf<ResultOf<ReturnType<Operation>>> {
  return error instanceof ApiError && error.operation === (sources.get(operation) ?? operation);
}

/** Binds an operation to a client. @internal */
export function bind<Client, Args extends unknown[], Answer>(
  operation: (client: Client, ...args: Args) => Answer,
  client: Client,
): (...args: Args) => Answer {
  const bound = (...args: Args): Answer => operation(client, ...args);
  sources.set(bound, operation);
  return bound;
}

/**
 * The operations of a module by name, without their client parameter.
 * `Others` are the names of the module's other exports.
 */
export type BoundOperations<Module, Others> = Bound<Module, Exclude<keyof Module, Others>>;
type Bound<Module, Names extends keyof Module> = {
  [Name in Names]: Module[Name] extends (client: never, ...args: infer Args) => infer Answer
    ? (...args: Args) => Answer
    : never;
};

/**
 * {@link bind} for all operations of an API, by name. Returns `never`, which is assignable to any type without a check:
 * the generated factories declare the type.
 * @internal
 */
export function bindAll(operations: object, client: object): never {
  const entries = Object.entries(operations).map(([name, operation]) => [name, bind(operation, client)]);
  return Object.fromEntries(entries) as never;
}

/** Throws for a call that cannot be sent. The error has the shape of Base44's own. */
function refuse(operation: string, parameter: string, problem: string): never {
  const error = new Error(`${operation}: ${parameter} ${problem}`);
  throw Object.assign(error, { status: 400, code: "invalid_input", data: { operation, parameter } });
}

/**
 * The arguments of a generated function. Only functions and connectors can send headers and cookies.
 * @internal
 */
export interface CallArguments {
  pathParams?: object;
  queryParams?: object;
  headers?: object;
  cookies?: object;
  payload?: unknown;
}

/** A group of arguments by name, if the call has any. */
type Group<Value> = Record<string, Value> | null | undefined;

/** Converts a group of arguments (undefined if omitted) to what `custom.call` sends. */
type Encoder = (value: never, operationId: string) => unknown;

/**
 * Calls an operation of a custom integration. The generated functions call this and declare the type of the result:
 * `never` is assignable to any type without a check, which would cost the compiler milliseconds per operation.
 *
 * @param path encodes path parameters; without an encoder a group is sent unchanged
 * @param query encodes query parameters
 * @param open encodes the payload
 * @internal
 */
export async function call(
  operation: unknown,
  client: IntegrationClient,
  slug: string,
  operationId: string,
  args?: object | null,
  path?: Encoder | null,
  query?: Encoder | null,
  open?: Encoder,
): Promise<never> {
  const { pathParams, queryParams, payload, ...others }: CallArguments = args ?? {};
  for (const name in others) refuse(operationId, name, "is not pathParams, queryParams or payload");
  const params = {
    pathParams: path ? path(pathParams as never, operationId) : pathParams,
    queryParams: query ? query(queryParams as never, operationId) : queryParams,
    payload: open ? open(payload as never, operationId) : payload,
  };
  return settled(operation, (await client.integrations.custom.call(slug, operationId, params)) as never);
}

/** Records which operation a result is from, for {@link isApiError}, and returns the result. @internal */
export function settled<Result>(operation: unknown, result: Result): Result {
  if (Object(result) === result) sources.set(result as object, operation);
  return result;
}

/** A prototype without members that has a prototype of its own: see {@link emptyGroup}. */
const GROUP: object = /* @__PURE__ */ Object.create(/* @__PURE__ */ Object.create(null));

/**
 * Creates an object that can have any key, including `__proto__`. The SDK's HTTP library (axios) does not regard it as
 * a plain object. It copies plain objects without the members `constructor`, `prototype` and `__proto__`.
 * @internal
 */
export function emptyGroup<Value>(): Record<string, Value> {
  return Object.create(GROUP);
}

/**
 * Copies a payload so that members named `constructor`, `prototype` or `__proto__` are sent: see {@link emptyGroup}.
 * @internal
 */
export function openPayload(payload: unknown): unknown {
  if (typeof payload !== "object" || payload === null) return payload;
  const prototype: unknown = Object.getPrototypeOf(payload);
  const isPlain = prototype === Object.prototype || prototype === null;
  return isPlain ? Object.assign(emptyGroup(), payload) : payload;
}

/** A value as a string: a date in ISO form, an object as JSON. The value is neither undefined nor null. */
function text(value: unknown): string {
  const date = (value as { toISOString?(): string }).toISOString?.();
  return date ?? (Object(value) === value ? JSON.stringify(value) : `${value}`);
}

/** An own member of a group, even if its name is that of an inherited one. */
function own<Value>(group: Group<Value>, name: string): Value | undefined {
  return Object.getOwnPropertyDescriptor(group ?? {}, name)?.value;
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function isGroup(value: unknown): value is object {
  return typeof value === "object" && value !== null && !(value instanceof Date);
}

/**
 * The members of an array or object as strings. For an object, each key is followed by its value; with `glue`, the two
 * are joined by it.
 */
function parts(value: object, glue?: string): string[] {
  if (Array.isArray(value)) return value.filter(isSet).map(text);
  const texts: string[] = [];
  for (const [key, item] of Object.entries(value)) {
    if (isSet(item)) texts.push(...(glue ? [`${key}${glue}${text(item)}`] : [key, text(item)]));
  }
  return texts;
}

/**
 * Encodes path parameters that are strings, numbers or booleans. Throws if one is missing or empty, or has a segment
 * `.` or `..`, percent-encoded or not: the call would go to another path. To keep this code small, encoded slashes and
 * dots followed by `;` are accepted here; functions refuse them in parameters that may contain slashes.
 * @internal
 */
export function path(
  values: Group<unknown>,
  operationId: string,
  encode: (name: string) => string = (name) => text(values?.[name] ?? ""),
  encoded: Record<string, string> = {},
): Record<string, string> {
  for (const expression of operationId.match(/{[^{}]+}/g) ?? []) {
    const name = expression.slice(1, -1);
    encoded[name] = encode(name);
    if (/^$|(^|[/\\])(\.|%2e){1,2}([/\\]|$)/i.test(encoded[name]))
      refuse(operationId, `path parameter "${name}"`, "is empty or dots");
  }
  return encoded;
}

/**
 * How a path parameter differs from the style `simple`: `.` for `label`, `;` for `matrix`, `/` for a segment of its
 * own, a separator, or `{}` for JSON. As in a URI template (RFC 6570), a trailing `*` means explode; it can also stand
 * alone.
 * @internal
 */
export type PathStyle = string;

/**
 * Returns an encoder for path parameters of any type and style (OpenAPI 3.1, section 4.8.12.5).
 *
 * @param styles the styles by parameter name; parameters that are not listed have the style `simple`
 * @param names for braces of the path that contain more than a parameter name: the name by the content of the braces
 * @internal
 */
export function pathWith(styles: Record<string, PathStyle>, names: Record<string, string> = {}) {
  return (values: Group<unknown>, operationId: string): Record<string, string> =>
    path(
      values,
      operationId,
      (key) => {
        const name = own(names, key) ?? key;
        const value = own(values, name);
        const style = own(styles, name);
        if (style === "{}") return isSet(value) ? JSON.stringify(value) : "";
        const plain = plainText(value);
        return plain && style !== undefined ? pathText(name, value, style) : plain;
      },
      emptyGroup(),
    );
}

function plainText(value: unknown): string {
  if (isGroup(value)) return parts(value).join();
  return isSet(value) ? text(value) : "";
}

function pathText(name: string, value: unknown, style: string): string {
  const explode = style.endsWith("*");
  const operator = explode ? style.slice(0, -1) : style;
  const members = isGroup(value) ? parts(value, explode ? "=" : "") : [text(value)];
  if (operator === "." || operator === "/") return operator + members.join(explode ? operator : ",");
  if (operator !== ";") return members.join(operator || ",");
  if (!explode) return `;${name}=${members.join()}`;
  const start = isGroup(value) && !Array.isArray(value) ? ";" : `;${name}=`;
  return members.map((member) => (member ? start + member : `;${name}`)).join("");
}

/**
 * Encodes query parameters that are strings, numbers, booleans or arrays of these in OpenAPI's default, the style
 * `form` with explode: to strings, and to arrays of strings for repeated keys. Omits undefined, null and empty arrays.
 * @internal
 */
export function query(values: Group<unknown>): Group<string | string[]> {
  if (!values) return values as null | undefined;
  const encoded: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(values)) setParameter(encoded, name, value);
  return encoded;
}

function setParameter(encoded: Record<string, string | string[]>, name: string, value: unknown): void {
  const list = [value].flat().filter(isSet).map(text);
  if (list[0] !== undefined) encoded[name] = Array.isArray(value) ? list : list[0];
}

/**
 * How a query parameter differs from the default: a separator, `"{}"` for JSON, `"[]"` for `deepObject`, or `"*"`, the
 * default itself. For a form that makes up the whole query: the styles of its fields, where an object without a style
 * is JSON.
 * @internal
 */
export type QueryStyle = string | { [field: string]: string };

/**
 * Returns an encoder for query parameters of any type and style (OpenAPI 3.1, section 4.8.12.5). A separator joins the
 * parts of a value. By default, each member of an object becomes a parameter of its own.
 * @internal
 */
export function queryWith(styles: Record<string, QueryStyle>) {
  return (values: Group<unknown>): Group<string | string[]> => {
    if (!values) return values as null | undefined;
    const encoded = emptyGroup<string | string[]>();
    for (const [name, value] of Object.entries(values)) {
      const style = own(styles, name);
      if (typeof style !== "object") setStyled(encoded, name, value, style);
      else if (isGroup(value)) setFields(encoded, value, style);
    }
    return encoded;
  };
}

function setFields(encoded: Record<string, string | string[]>, form: object, styles: Record<string, string>): void {
  for (const [name, value] of Object.entries(form)) {
    const isJson = isGroup(value) && !Array.isArray(value);
    setStyled(encoded, name, value, own(styles, name) ?? (isJson ? "{}" : undefined));
  }
}

function setStyled(encoded: Record<string, string | string[]>, name: string, value: unknown, style = "*"): void {
  if (!isSet(value)) return;
  if (style === "{}") encoded[name] = JSON.stringify(value);
  else if (!isGroup(value)) setParameter(encoded, name, value);
  else if (style === "*") setMembers(encoded, name, value);
  else if (style === "[]") deepObject(name, value, encoded);
  else if (parts(value).length > 0) encoded[name] = parts(value).join(style);
}

function setMembers(encoded: Record<string, string | string[]>, name: string, value: object): void {
  const members = Array.isArray(value) ? [[name, value] as const] : Object.entries(value);
  for (const [key, item] of members) setParameter(encoded, key, item);
}

function deepObject(name: string, value: object, encoded: Record<string, string | string[]>): void {
  if (Array.isArray(value) && !value.some(isGroup)) {
    setParameter(encoded, `${name}[]`, value);
    return;
  }
  for (const [key, item] of Object.entries(value)) {
    if (isGroup(item)) deepObject(`${name}[${key}]`, item, encoded);
    else setParameter(encoded, `${name}[${key}]`, item);
  }
}
