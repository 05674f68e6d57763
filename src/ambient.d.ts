/** The version in package.json, put in by the build. */
declare const __VERSION__: string;

/** A Handlebars template, precompiled by the build (scripts/templates.mjs). */
declare module "*.hbs" {
  const render: (data: object) => string;
  export default render;
}

/** A module of src/runtime as text in its three forms, made by the build (scripts/runtime-source.mjs). */
declare module "*?source" {
  const source: { ts: string; js: string; dts: string };
  export default source;
}

/** All modules of a folder of src/runtime as TypeScript, by file name. */
declare module "*?sources" {
  const sources: Record<string, string>;
  export default sources;
}

/** Handlebars without its compiler. Its own declarations leave the exports out. */
declare module "handlebars/runtime.js" {
  import Handlebars from "handlebars";
  export default Handlebars;
}

/** openapi-typescript's transform of one Schema Object, with the stand-ins of src/emit/types/syntax under it. */
declare module "openapi-typescript/dist/transform/schema-object.mjs" {
  const transformSchemaObject: (
    schema: unknown,
    options: { path: string; ctx: object },
  ) => import("./emit/types/syntax/node.js").TypeNode;
  export default transformSchemaObject;
}
