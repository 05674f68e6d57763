export type { Access, ApiAccess, ApiConfig, HeaderValue, UserApiConfig } from "./api.js";
export type { Config, ConfigInput, ConfigInputs, LoadedConfig, Target, UserConfig } from "./config.js";
export type { JsonSchema, OwnFunctionConfig, SchemaOrReference, UserOwnFunctionConfig } from "./own-function.js";
export type { BasicSecrets, ClientCredentials, ConnectorChoice, Secret, UserVia, Via } from "./via.js";
