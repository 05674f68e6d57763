/**
 * The fields of OpenAPI's objects, in 2.0 to 3.2, that hold such objects by name: a key below them is no field. Without
 * schemas' own, which are `SCHEMA_MAPS`, and without `variables`, whose objects are of a kind of their own.
 */
export const OBJECT_MAPS: readonly string[] = [
  ...["paths", "pathItems", "webhooks", "callbacks", "parameters", "headers", "requestBodies", "responses", "content"],
  ...["mediaTypes", "encoding", "links", "schemas", "securitySchemes", "securityDefinitions"],
];
