import type { Json } from "../json/index.js";

/**
 * The intermediate representation, the only input of emitters. It is plain data that survives `JSON.stringify`, in terms of
 * OpenAPI 3.1 whatever the spec's own version; `b44-gen inspect SPEC --json` prints it. Names are settled: every `name` is
 * a legal identifier, unique in its API, and the same in every run.
 */
export interface Api {
  /** The key under `apis` in the config; for `via: integration` also the integration's slug. */
  name: string;
  /** Base name for identifiers made from the API's name: `my-crm` is `MyCrm`. */
  typeName: string;
  /** The name of the bound object, which is the type name with a small first letter: `myCrm`. */
  objectName: string;
  /** The name of the function that binds all operations to a client: `createMyCrm`. */
  factoryName: string;
  /** The base of the API's file names, safe on every file system: usually the API's name. */
  fileName: string;
  /** The name of the spec in messages: its path or URL as given. */
  spec: string;
  /** The URI of the spec, to which relative servers are relative (section 4.8.5); for a locked spec, that of its origin. */
  address: string;
  /** Undefined if the document has none, or a blank one. */
  title: string | undefined;
  description: string | undefined;
  servers: Server[];
  securitySchemes: Record<string, SecurityScheme>;
  operations: Operation[];
  /**
   * The security of all operations of the document, including those that are not selected: each distinct combination, with
   * the number of operations that have it. A scheme that is named by URI keeps that name here, because only selected ones
   * are resolved.
   */
  documentSecurity: { requirements: SecurityRequirement[]; operations: number }[];
  /** True if the whole document declares a scheme of OAuth 2, OpenID Connect or HTTP bearer, for any operation. */
  declaresTokens: boolean;
  /** The named schemas that the operations reach, in the document's order. */
  schemas: NamedSchema[];
}

/** A Server Object (OpenAPI 3.1, section 4.8.5), with its variables replaced by their defaults. */
export interface Server {
  /** The URL with its variables at their defaults. */
  url: string;
  /** The URL as written, with its variables. */
  template: string;
  description: string | undefined;
  source: SourceRef;
}

/** A place in the spec from which something was made. */
export interface SourceRef {
  file: string;
  /** A JSON pointer (RFC 6901). */
  pointer: string;
}

/** An Operation Object (section 4.8.10), with the path item's parameters and servers merged in. */
export interface Operation {
  /** `method:path`, Base44's name for the operation. */
  id: string;
  /** In lower case; for an additional operation (OpenAPI 3.2.0, section 4.9) as written, because it is sent that way. */
  method: string;
  path: string;
  /**
   * The template that calls fill, if the path as written is not a path template (section 4.8.8.2): it has each path
   * parameter by its name in braces, and no expressions for a query.
   */
  template: string | undefined;
  /** The spec's own identifier, as written. */
  operationId: string | undefined;
  /** The name of the generated function. */
  name: string;
  /** The names of the types of its arguments and its result. */
  argumentsTypeName: string;
  resultTypeName: string;
  summary: string | undefined;
  description: string | undefined;
  deprecated: boolean;
  tags: string[];
  parameters: Parameter[];
  requestBody: RequestBody | undefined;
  responses: Response[];
  /**
   * The alternatives, any of which authorises a call; an empty one means that no credentials are needed (section 4.8.30).
   * An empty array if neither the operation nor the document has `security`; `[{}]` if the spec itself has an empty array.
   */
  security: SecurityRequirement[];
  /**
   * The place of a declared header parameter `Authorization` that adds something to `security`. It is not among
   * `parameters`, because callers do not pass it.
   */
  authorizationParameter: SourceRef | undefined;
  /** Header parameters of Swagger 2.0 for the request's media types. They are not among `parameters` either. */
  mediaTypeParameters: MediaTypeParameter[];
  /** The operation's own servers, or those of its path item; empty if it has none. */
  servers: Server[];
  /**
   * True if every transport can carry it with the same arguments and result: JSON (without files that a multipart form
   * carries) or no request body, JSON or no response, and no header or cookie that varies by call.
   */
  portable: boolean;
  /** True if the operation was selected by name, false if a pattern matched it. */
  named: boolean;
  source: SourceRef;
}

/**
 * OpenAPI's styles (section 4.8.12.3); `tabDelimited` for Swagger 2.0's `collectionFormat: tsv`; and styles for expressions
 * in paths: `reserved` does not encode slashes, `segments` puts a slash before a value (RFC 6570, sections 3.2.3 and
 * 3.2.6).
 */
export type ParameterStyle =
  | "matrix"
  | "label"
  | "simple"
  | "form"
  | "spaceDelimited"
  | "pipeDelimited"
  | "tabDelimited"
  | "deepObject"
  | "cookie"
  | "reserved"
  | "segments";

/** A Parameter Object (section 4.8.12), with settled `style` and `explode`. */
export interface Parameter {
  name: string;
  in: "path" | "query" | "header" | "cookie" | "querystring";
  /** The text in the braces of the path for this parameter, if it is more than its name: `+parent` for `parent`. */
  expression: string | undefined;
  required: boolean;
  deprecated: boolean;
  description: string | undefined;
  style: ParameterStyle;
  explode: boolean;
  allowReserved: boolean;
  /** Set if the parameter is serialized as a media type instead of by style. */
  contentType: string | undefined;
  /** True if that media type is JSON. */
  isJson: boolean;
  /**
   * For a whole query string that is a form (OpenAPI 3.2.0, section 4.12.1): Encoding Objects (section 4.8.15) by property.
   * Undefined for all other parameters.
   */
  encoding: Record<string, Encoding> | undefined;
  schema: Schema;
  /** Undefined if the Parameter Object itself has none. Its schema may still have some. */
  example: Json | undefined;
  /** The only value that it allows, as a string, if that is a string, a number or a boolean. */
  fixedValue: string | undefined;
  source: SourceRef;
}

/** A header parameter for a media type that is required, or limits its values. */
export interface MediaTypeParameter {
  name: "Accept" | "Content-Type";
  source: SourceRef;
}

/** A Request Body Object (section 4.8.13). */
export interface RequestBody {
  required: boolean;
  description: string | undefined;
  content: MediaType[];
  source: SourceRef;
}

/** A Media Type Object (section 4.8.14) with its key. */
export interface MediaType {
  /** The media type in lower case, without parameters: `application/json`. */
  mediaType: string;
  /**
   * The value for a header: the media type as written, including its parameters (RFC 9110, section 8.3.1). Undefined for a
   * wildcard, and for a value that is not valid in headers.
   */
  headerValue: string | undefined;
  isJson: boolean;
  kind: ContentKind;
  /** The schema of the whole content; undefined if the spec has none. */
  schema: Schema | undefined;
  /**
   * The schema of one item of a stream (OpenAPI 3.2, section 4.14.2), which may also come from a `schema` that is an array.
   */
  itemSchema: Schema | undefined;
  /** The forms of the events, if the content is a stream of events. */
  events: EventForm[] | undefined;
  /**
   * Encoding Objects (section 4.8.15) by property, including media types in the schemas of properties of a multipart form.
   */
  encoding: Record<string, Encoding>;
  /** The properties of a request body in JSON or a multipart form that are files. */
  files: string[];
}

/**
 * The kind of content as programs treat it: JSON, a form, text, bytes, or a stream of server-sent events or of JSON texts,
 * which are separated by line breaks or record separators.
 */
export type ContentKind = "json" | "form" | "multipart" | "text" | "binary" | "events" | "lines";

/** A form of the events of a stream (OpenAPI 3.2.0, section 4.14, "Server-Sent Event Streams"). */
export interface EventForm {
  /** The event types; undefined if any are possible. An event without a type counts as `message`. */
  types: string[] | undefined;
  /** The schema of `data`: of the text itself, or of the JSON in it. Undefined if the spec does not describe it. */
  data: Schema | undefined;
  /** True if `data` is plain text, false if it is read as JSON. */
  isText: boolean;
}

/** An Encoding Object (section 4.8.15), as far as it affects how a property is written. */
export interface Encoding {
  contentType: string | undefined;
  style: string | undefined;
  explode: boolean | undefined;
  allowReserved: boolean;
}

/** A Response Object (section 4.8.17). */
export interface Response {
  /** A status such as 200, a range such as `4XX`, or `default`. */
  status: number | StatusRange | "default";
  description: string | undefined;
  content: MediaType[];
  headers: ResponseHeader[];
  source: SourceRef;
}

/** A Header Object (section 4.8.21) of a response. */
export interface ResponseHeader {
  /** In lower case: header names are case-insensitive (RFC 9110, section 5.1). */
  name: string;
  description: string | undefined;
}

/** A range of status codes, as in the keys of the Responses Object (section 4.8.16). */
export type StatusRange = "1XX" | "2XX" | "3XX" | "4XX" | "5XX";

/** A Security Requirement Object (section 4.8.30): scopes by the name of the security scheme. All schemes are needed. */
export type SecurityRequirement = Record<string, string[]>;

/** A Security Scheme Object (section 4.8.27). */
export type SecurityScheme = SecuritySchemeKind & {
  description: string | undefined;
  /** True if the API asks its callers to use another scheme (OpenAPI 3.2.0, section 4.28.1). */
  deprecated: boolean;
  source: SourceRef;
};

/** The parts of a Security Scheme Object that depend on its type. */
export type SecuritySchemeKind =
  | { type: "apiKey"; name: string; in: "header" | "query" | "cookie" }
  | { type: "http"; scheme: string }
  | { type: "oauth2"; scopes: Record<string, string>; clientCredentials: ClientCredentialsFlow | undefined }
  | { type: "openIdConnect"; url: string }
  | { type: "mutualTLS" };

/** An OAuth Flow Object (section 4.8.29) for the flow `clientCredentials`. */
export interface ClientCredentialsFlow {
  /** As written; undefined if it is missing or blank. */
  tokenUrl: string | undefined;
  /** The names of the declared scopes. */
  scopes: string[];
}

/**
 * A JSON Schema (2020-12, as in OpenAPI 3.1). Every `$ref` in it is `#/components/schemas/KEY`, where KEY is the `key` of a
 * {@link NamedSchema} of the same API.
 */
export type Schema = boolean | { [keyword: string]: Json };

/** A schema under `components.schemas`. */
export interface NamedSchema {
  /** The key in the document. */
  key: string;
  /** The name of its type in responses. */
  name: string;
  /** The name of its type in requests, used if that type differs (`readOnly`, `writeOnly`). */
  requestName: string;
  schema: Schema;
  source: SourceRef;
}
