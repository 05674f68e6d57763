import type { JsonObject } from "../../../src/json/index.js";

/** Where things are in the harmless document. */
export const list = ["paths", "/things", "get"];
export const create = ["paths", "/things", "post"];
export const thing = ["components", "schemas", "Thing"];
export const property = (name: string) => [...thing, "properties", name];
export const answer = [...list, "responses", "200"];
export const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
