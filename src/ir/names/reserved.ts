/** Words that cannot name a function in a module (ECMAScript 2024, section 12.7.2), including those of strict mode. */
const RESERVED_WORDS = [
  "arguments await break case catch class const continue debugger default delete do else enum eval export extends",
  "false finally for function if implements import in instanceof interface let new null package private protected",
  "public return static super switch this throw true try typeof var void while with yield async of get set undefined",
  "NaN Infinity globalThis constructor prototype toString valueOf hasOwnProperty __proto__ then",
];

/** Names that the generated modules use themselves: parameters, imports, and globals that they call. */
const MODULE_NAMES = [
  "client args call path query pathWith queryWith unwrap isApiError bind bindAll Promise Object Array String Error",
  "definition direct emptyGroup invoke invokeFunction isNotConnected openPayload settled stream",
];

/**
 * Global types and values that generated declarations or their readers rely on. A schema with such a name would hide
 * the global in its file and in files that import it.
 */
const GLOBAL_TYPES = [
  "AbortSignal Array ArrayBuffer AsyncIterable AsyncIterator Awaited BigInt Blob Boolean Buffer Capitalize DataView Date",
  "Error Exclude Extract File FormData Function Generator Headers InstanceType Iterable Iterator JSON Map Math NonNullable",
  "Number Object Omit Parameters Partial Pick Promise PromiseLike Proxy ReadableStream Readonly ReadonlyArray Record",
  "Reflect RegExp Request Required Response ReturnType Set String Symbol ThisType URL URLSearchParams Uint8Array",
  "Uncapitalize Uppercase Lowercase WeakMap WeakSet any bigint boolean never null number object string symbol undefined",
  "unknown void as asserts infer is keyof namespace readonly type unique module declare abstract override satisfies global",
];

/**
 * Types that the generated modules declare or import besides those of the spec. The types of results (`ApiSuccess` and
 * the like) are not among them: in the only file that has them, they give way to a schema with their name.
 */
const DECLARED_TYPES = [
  "ApiError ApiResult BoundOperations CallArguments DataOf FailureOf FailureStatus IntegrationClient SuccessStatus Unwrapped WithRequired",
  "BackendClient FunctionError FunctionsClient ServerSentEvent UserConnectorsClient",
  "Status2XX Status3XX Status4XX Status5XX PathStyle QueryStyle components operations paths webhooks",
];

const split = (lists: string[]) => new Set(lists.flatMap((list) => list.split(" ")));

/** Names that a generated function cannot have. The comparison is exact, because JavaScript is case-sensitive. */
export const RESERVED_FUNCTION_NAMES: ReadonlySet<string> = split([...RESERVED_WORDS, ...MODULE_NAMES]);

/** Names that a generated type cannot have. */
export const RESERVED_TYPE_NAMES: ReadonlySet<string> = split([...RESERVED_WORDS, ...GLOBAL_TYPES, ...DECLARED_TYPES]);

/**
 * File names that Windows refuses, whatever the extension, and those of the generated index and the app's own
 * functions.
 */
export const RESERVED_FILE_NAMES: ReadonlySet<string> = new Set([
  "index",
  "functions",
  "con",
  "prn",
  "aux",
  "nul",
  ...Array.from({ length: 10 }, (_, digit) => [`com${digit}`, `lpt${digit}`]).flat(),
]);
