/** The part of a Base44 client that a call through a custom integration needs: any copy of the SDK's client has it. */
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

/** The statuses with which `success` is true. */
export type SuccessStatus = Status2XX;
/** The statuses with which `success` is false. */
export type FailureStatus = Status3XX | Status4XX | Status5XX;

/** The error statuses except these. Editors and messages show its name instead of all of them. */
export type OtherFailureStatus<Declared> = Exclude<FailureStatus, Declared>;
/** The statuses of a range except these, named for the same reason. */
export type OtherStatus2XX<Declared> = Exclude<Status2XX, Declared>;
export type OtherStatus3XX<Declared> = Exclude<Status3XX, Declared>;
export type OtherStatus4XX<Declared> = Exclude<Status4XX, Declared>;
export type OtherStatus5XX<Declared> = Exclude<Status5XX, Declared>;

/** The API returned this success status; several statuses give a union. */
export type ApiSuccess<Status, Data = unknown> = Status extends unknown
  ? { success: true; status_code: Status; data: Data }
  : never;
/** The API returned this error status; several statuses give a union. */
export type ApiFailure<Status, Data = unknown> = Status extends unknown
  ? { success: false; status_code: Status; data: Data }
  : never;
/** The API returned a success status of a range: one type for all of them. */
export type SuccessIn<Range, Data = unknown> = { success: true; status_code: Range; data: Data };
/** The API returned an error status of a range: one type for all of them. */
export type FailureIn<Range, Data = unknown> = { success: false; status_code: Range; data: Data };
/** These types, and one for all errors with another status. */
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

/** An {@link ApiError} of an operation, by its result: `status_code` narrows the declared bodies. */
export type ApiErrorOf<Result> = ApiError & FailureOf<Extract<Result, ApiResult>>;

/** The result type of a function, with `errors: "throw"` too. */
export type ResultOf<Answer> = Answer extends { readonly [resultType]?: infer Result }
  ? Exclude<Result, undefined>
  : Awaited<Answer>;

// biome-ignore lint/suspicious/noExplicitAny: the one way to say "any function" in a constraint
type AnyOperation = (...args: any[]) => PromiseLike<unknown>;

/** Which operation a result came from, and which operation a bound function calls. */
const sources: WeakMap<object, unknown> = new WeakMap();

/** The API returned an error status. `isApiError` checks which operation it is from, and types it. */
export class ApiError extends Error {
  readonly success!: false;
  readonly status_code!: number;
  readonly data: unknown;
  /** The function that was called. */
  readonly operation: unknown;

  /** @param result all of it goes into the error, including response headers if results have them */
  constructor(result: ApiResult) {
    super(`The API returned ${result.status_code}`);
    Object.assign(this, result, { name: "ApiError", operation: sources.get(result) });
  }
}

/**
 * The data of a result. Throws an {@link ApiError} if the API returned an error status.
 * Also takes the promise of a call: `await unwrap(listContacts(base44))`.
 */
export function unwrap<Result extends ApiResult>(result: PromiseLike<Result>): Unwrapped<Result>;
export function unwrap<Result extends ApiResult>(result: Result): DataOf<Result>;
export function unwrap(result: ApiResult | PromiseLike<ApiResult>): unknown {
  if ("then" in result) return result.then((settled) => unwrap(settled));
  if (result.success) return result.data;
  throw new ApiError(result);
}

/**
 * True if `error` is a response of the API to a call of `operation`. Its `status_code` then narrows the declared
 * bodies. Base44's own failures (no such integration, API not reached) are other errors.
 */
export function isApiError<Operation extends AnyOperation>(
  error: unknown,
  operation: Operation,
): error is ApiErrorOf<ResultOf<ReturnType<Operation>>> {
  return error instanceof ApiError && error.operation === (sources.get(operation) ?? operation);
}

/** An operation bound to a client. @internal */
export function bind<Client, Args extends unknown[], Answer>(
  operation: (client: Client, ...args: Args) => Answer,
  client: Client,
): (...args: Args) => Answer {
  const bound = (...args: Args): Answer => operation(client, ...args);
  sources.set(bound, operation);
  return bound;
}

/**
 * The operations of a module by their names, as they are with their client filled in.
 * `Others` are the names of what the module has besides.
 */
export type BoundOperations<Module, Others> = Bound<Module, Exclude<keyof Module, Others>>;
type Bound<Module, Names extends keyof Module> = {
  [Name in Names]: Module[Name] extends (client: never, ...args: infer Args) => infer Answer
    ? (...args: Args) => Answer
    : never;
};

/**
 * {@link bind} for all operations of an API, by their names. The factories say what comes out: `never` is taken for any
 * type without a look at it.
 * @internal
 */
export function bindAll(operations: object, client: object): never {
  const entries = Object.entries(operations).map(([name, operation]) => [name, bind(operation, client)]);
  return Object.fromEntries(entries) as never;
}

/** Refuses a call before anything is sent, with an error in the shape of Base44's own. */
function refuse(operation: string, parameter: string, problem: string): never {
  const error = new Error(`${operation}: ${parameter} ${problem}`);
  throw Object.assign(error, { status: 400, code: "invalid_input", data: { operation, parameter } });
}

/** Refuses a call whose client was forgotten, which JavaScript does not notice. @internal */
export function checkClient(client: unknown, part: "integrations" | "functions", operation: string): void {
  if (!Object(client)[part]) refuse(operation, "the first argument", "is not a Base44 client");
}

/**
 * The arguments of the generated functions. Headers and cookies are only for functions and connectors.
 * @internal
 */
export interface CallArguments {
  pathParams?: object;
  queryParams?: object;
  headers?: object;
  cookies?: object;
  payload?: unknown;
}

/** Arguments by their names, where there are any. */
type Group<Value> = Record<string, Value> | null | undefined;

/** How a group of arguments, undefined where it is not given, becomes what `custom.call` sends. */
type Encoder = (value: never, operationId: string) => unknown;

/**
 * Calls an operation of a custom integration. The generated functions end here, and say what the result is: `never` is
 * taken for any type without a look at it, which would cost a compiler milliseconds for each operation.
 *
 * @param path how path parameters become what `custom.call` sends; what has no encoder is sent as it is
 * @param query the same for query parameters
 * @param open the same for the payload
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
  checkClient(client, "integrations", operationId);
  const { pathParams, queryParams, payload, ...others }: CallArguments = args ?? {};
  for (const name in others) refuse(operationId, name, "is not pathParams, queryParams or payload");
  const params = {
    pathParams: path ? path(pathParams as never, operationId) : pathParams,
    queryParams: query ? query(queryParams as never, operationId) : queryParams,
    payload: open ? open(payload as never, operationId) : payload,
  };
  return settled(operation, (await client.integrations.custom.call(slug, operationId, params)) as never);
}

/** A result that is known to be of an operation, for {@link isApiError}. @internal */
export function settled<Result>(operation: unknown, result: Result): Result {
  if (Object(result) === result) sources.set(result as object, operation);
  return result;
}

/** A prototype without members, and not the last of its chain: see {@link emptyGroup}. */
const GROUP: object = /* @__PURE__ */ Object.create(/* @__PURE__ */ Object.create(null));

/**
 * An object that any name can be a key of, `__proto__` too. It is no plain object to the SDK's HTTP library (axios),
 * which copies those and leaves out what is called `constructor`, `prototype` or `__proto__`.
 * @internal
 */
export function emptyGroup<Value>(): Record<string, Value> {
  return Object.create(GROUP);
}

/**
 * A payload that may have members called `constructor`, `prototype` or `__proto__`: see {@link emptyGroup}.
 * @internal
 */
export function openPayload(payload: unknown): unknown {
  if (typeof payload !== "object" || payload === null) return payload;
  const prototype: unknown = Object.getPrototypeOf(payload);
  const isPlain = prototype === Object.prototype || prototype === null;
  return isPlain ? Object.assign(emptyGroup(), payload) : payload;
}

/** A value that is neither undefined nor null as a text: a date in ISO form, an object as JSON. */
function text(value: unknown): string {
  const date = (value as { toISOString?(): string }).toISOString?.();
  return date ?? (Object(value) === value ? JSON.stringify(value) : `${value}`);
}

/** A member of a group, whatever its name. */
function own<Value>(group: Group<Value>, name: string): Value | undefined {
  return Object.getOwnPropertyDescriptor(group ?? {}, name)?.value;
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function isGroup(value: unknown): value is object {
  return typeof value === "object" && value !== null && !(value instanceof Date);
}

/** The members of an array or object as texts, keys before values where it is an object. */
function parts(value: object, glue?: string): string[] {
  if (Array.isArray(value)) return value.filter(isSet).map(text);
  const texts: string[] = [];
  for (const [key, item] of Object.entries(value)) {
    if (isSet(item)) texts.push(...(glue ? [`${key}${glue}${text(item)}`] : [key, text(item)]));
  }
  return texts;
}

/**
 * Path parameters that are texts, numbers or booleans. One that is missing or empty, or has a segment `.` or `..` (the dots
 * encoded or not), is refused: it would turn the call into one on another path. Slashes that are encoded, and `;` behind
 * dots, pass, which a function refuses where slashes may stand: a page is to pay little for this.
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
 * How a path parameter departs from style `simple`: `.` for `label`, `;` for `matrix`, `/` for a segment of its own, a
 * separator, or `{}` for JSON; with a `*` behind it, or alone, to explode, as in a URI template (RFC 6570).
 * @internal
 */
export type PathStyle = string;

/**
 * Path parameters of any kind and style (OpenAPI 3.1, section 4.8.12.5); `simple` where nothing is said.
 *
 * @param names of the parameters that have more than their name in the braces of the path, by what stands there
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
 * Query parameters that are texts, numbers, booleans or lists of these, by OpenAPI's default, style `form` with explode:
 * texts, and lists of texts for repeated keys. What is undefined, null or an empty list is left out.
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
 * How a query parameter departs from the default: a separator, `"{}"` for JSON, `"[]"` for `deepObject`, or `"*"`, which is the
 * default. Of a form that is all of the query: how its fields do, of which an object without a style is JSON.
 * @internal
 */
export type QueryStyle = string | { [field: string]: string };

/**
 * Query parameters of any kind and style (OpenAPI 3.1, section 4.8.12.5): a separator joins the parts of a value. Where
 * nothing is said, the members of an object are parameters of their own.
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
