import type { Json } from "../json/index.js";

/**
 * The intermediate representation: what emitters read, and all that they read. Plain data that survives
 * `JSON.stringify`, in the terms of OpenAPI 3.1 whatever the spec's own version; `b44-gen inspect SPEC --json` prints
 * it. Names are settled: every `name` is a legal identifier, unique in its API, and the same from run to run.
 */
export interface Api {
  /** The key under `apis` in the config; for `via: integration` the integration's slug. */
  name: string;
  /** Base name for identifiers made from the API's name: `my-crm` is `MyCrm`. */
  typeName: string;
  /** The same with a small first letter, the name of the bound object: `myCrm`. */
  objectName: string;
  /** The function that binds all operations to a client: `createMyCrm`. */
  factoryName: string;
  /** Base of the API's file names, safe on every file system: usually the API's name. */
  fileName: string;
  /** How messages name the spec: its path or URL as given. */
  spec: string;
  /** The URI of the spec, to which relative servers are relative (section 4.8.5); of a locked spec, of its origin. */
  address: string;
  /** Undefined also where the document's is blank. */
  title: string | undefined;
  description: string | undefined;
  servers: Server[];
  securitySchemes: Record<string, SecurityScheme>;
  operations: Operation[];
  /**
   * What authorises the operations of the whole document, the selected ones among them: each combination once, with how
   * many operations have it. Where a scheme is named by its URI, so it is here: only selected ones are followed.
   */
  documentSecurity: { requirements: SecurityRequirement[]; operations: number }[];
  /** Whether the whole document declares a scheme of OAuth 2, OpenID Connect or HTTP bearer, for whatever operation. */
  declaresTokens: boolean;
  /** The named schemas that the operations reach, in the document's order. */
  schemas: NamedSchema[];
}

/** Server Object (OpenAPI 3.1, section 4.8.5), variables put in with their defaults. */
export interface Server {
  /** With its variables at their defaults. */
  url: string;
  /** With its variables, as it is written. */
  template: string;
  description: string | undefined;
  source: SourceRef;
}

/** Where the part of the spec stands that something was made from. */
export interface SourceRef {
  file: string;
  /** JSON pointer (RFC 6901). */
  pointer: string;
}

/** Operation Object (section 4.8.10), with the path item's parameters and servers merged in. */
export interface Operation {
  /** `method:path`, Base44's name for it. */
  id: string;
  /** In lower case; that of an additional operation (OpenAPI 3.2.0, section 4.9) as it is written, for so it is sent. */
  method: string;
  path: string;
  /**
   * How calls fill the path, where it is no path template (section 4.8.8.2) as it is written: each path parameter by
   * its name in braces, and no expression of a query.
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
   * Alternatives, any of which authorises a call; an empty one means none is needed (section 4.8.30). No alternative at
   * all where neither the operation nor the document says anything; the spec's own empty list is `[{}]`.
   */
  security: SecurityRequirement[];
  /**
   * Where a header parameter `Authorization` is declared that says something beside `security`. It is none of `parameters`:
   * callers do not give it.
   */
  authorizationParameter: SourceRef | undefined;
  /** Header parameters of Swagger 2.0 that are the request's media types. They are none of `parameters` either. */
  mediaTypeParameters: MediaTypeParameter[];
  /** The operation's or path item's own servers, where it has some. */
  servers: Server[];
  /**
   * Whether every transport can carry it with the same arguments and result: JSON (without files that a multipart form
   * carries) or no request body, JSON or no response, no header or cookie that varies by call.
   */
  portable: boolean;
  /** True where the operation was named itself in the selection, false where a pattern took it in. */
  named: boolean;
  source: SourceRef;
}

/**
 * OpenAPI's styles (section 4.8.12.3); `tabDelimited` for Swagger 2.0's `collectionFormat: tsv`; and what expressions
 * of a path ask for: `reserved` lets slashes pass, `segments` puts one before a value (RFC 6570, sections 3.2.3 and
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

/** Parameter Object (section 4.8.12), its style and explode settled. */
export interface Parameter {
  name: string;
  in: "path" | "query" | "header" | "cookie" | "querystring";
  /** What stands in the braces of the path for it, where that is more than its name: `+parent` for `parent`. */
  expression: string | undefined;
  required: boolean;
  deprecated: boolean;
  description: string | undefined;
  style: ParameterStyle;
  explode: boolean;
  allowReserved: boolean;
  /** Set where the parameter is serialized as a media type instead of by style. */
  contentType: string | undefined;
  /** True where that media type is JSON. */
  isJson: boolean;
  /**
   * Of a whole query string that is a form (OpenAPI 3.2.0, section 4.12.1), Encoding Objects (section 4.8.15) by property;
   * undefined for all else.
   */
  encoding: Record<string, Encoding> | undefined;
  schema: Schema;
  /** Undefined where none is written in the Parameter Object; its schema may have some of its own. */
  example: Json | undefined;
  /** The text of the one value that it allows, where that is a string, a number or a boolean. */
  fixedValue: string | undefined;
  source: SourceRef;
}

/** A header parameter that says a media type, and that it is required, or what it may be. */
export interface MediaTypeParameter {
  name: "Accept" | "Content-Type";
  source: SourceRef;
}

/** Request Body Object (section 4.8.13). */
export interface RequestBody {
  required: boolean;
  description: string | undefined;
  content: MediaType[];
  source: SourceRef;
}

/** A Media Type Object (section 4.8.14) with its key. */
export interface MediaType {
  /** The media type as written, without parameters and in lower case: `application/json`. */
  mediaType: string;
  /**
   * What a header says for it: as written, its parameters too (RFC 9110, section 8.3.1). Undefined for a wildcard, and
   * for what no header can say.
   */
  headerValue: string | undefined;
  isJson: boolean;
  kind: ContentKind;
  /** Of the whole content. Undefined where the spec says nothing of it. */
  schema: Schema | undefined;
  /** Of one item of a stream (OpenAPI 3.2, section 4.14.2), which a `schema` that is a list says too. */
  itemSchema: Schema | undefined;
  /** What the events are, where it is a stream of them. */
  events: EventForm[] | undefined;
  /** Encoding Objects (section 4.8.15) by property, with what properties of a multipart form say of their own type. */
  encoding: Record<string, Encoding>;
  /** The properties that are files, of JSON and of multipart forms in a request body. */
  files: string[];
}

/**
 * What content of a media type is to a program: JSON, a form, text, bytes, or a stream of server-sent events or of
 * JSON texts, which stand in lines or behind record separators.
 */
export type ContentKind = "json" | "form" | "multipart" | "text" | "binary" | "events" | "lines";

/** One form that events of a stream have (OpenAPI 3.2.0, section 4.14, "Server-Sent Event Streams"). */
export interface EventForm {
  /** Their types: undefined where any, `message` for an event that names none. */
  types: string[] | undefined;
  /** Of what `data` holds: of the text itself, or of the JSON in it. Undefined where the spec says nothing of it. */
  data: Schema | undefined;
  /** True where `data` is a text as it is, false where it is read as JSON. */
  isText: boolean;
}

/** Encoding Object (section 4.8.15), as far as it says how a property is written. */
export interface Encoding {
  contentType: string | undefined;
  style: string | undefined;
  explode: boolean | undefined;
  allowReserved: boolean;
}

/** Response Object (section 4.8.17). */
export interface Response {
  /** A status such as 200, a range such as `4XX`, or `default`. */
  status: number | StatusRange | "default";
  description: string | undefined;
  content: MediaType[];
  headers: ResponseHeader[];
  source: SourceRef;
}

/** Header Object (section 4.8.21) of a response. */
export interface ResponseHeader {
  /** In lower case: names of headers know no case (RFC 9110, section 5.1). */
  name: string;
  description: string | undefined;
}

/** A range of status codes, as in the keys of the Responses Object (section 4.8.16). */
export type StatusRange = "1XX" | "2XX" | "3XX" | "4XX" | "5XX";

/** Security Requirement Object (section 4.8.30): scopes by the name of a security scheme, all of them needed. */
export type SecurityRequirement = Record<string, string[]>;

/** Security Scheme Object (section 4.8.27). */
export type SecurityScheme = SecuritySchemeKind & {
  description: string | undefined;
  /** True where the API asks its callers to use another one (OpenAPI 3.2.0, section 4.28.1). */
  deprecated: boolean;
  source: SourceRef;
};

/** What a Security Scheme Object says by its type. */
export type SecuritySchemeKind =
  | { type: "apiKey"; name: string; in: "header" | "query" | "cookie" }
  | { type: "http"; scheme: string }
  | { type: "oauth2"; scopes: Record<string, string>; clientCredentials: ClientCredentialsFlow | undefined }
  | { type: "openIdConnect"; url: string }
  | { type: "mutualTLS" };

/** OAuth Flow Object (section 4.8.29) of the flow `clientCredentials`. */
export interface ClientCredentialsFlow {
  /** As it is written; undefined where it is not, or blank. */
  tokenUrl: string | undefined;
  /** The names of the scopes that it knows. */
  scopes: string[];
}

/**
 * A JSON Schema (2020-12, as in OpenAPI 3.1). Every `$ref` in it is `#/components/schemas/KEY`, with KEY the `key` of
 * a {@link NamedSchema} of the same API.
 */
export type Schema = boolean | { [keyword: string]: Json };

/** A schema under `components.schemas`. */
export interface NamedSchema {
  /** As in the document. */
  key: string;
  /** The name of its type, which a response has. */
  name: string;
  /** The name of the type that a request takes, used where that is another one (`readOnly`, `writeOnly`). */
  requestName: string;
  schema: Schema;
  source: SourceRef;
}
