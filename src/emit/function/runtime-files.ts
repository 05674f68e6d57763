import runtimeSource from "../../runtime/app/b44.runtime.ts?source";
import streamSource from "../../runtime/app/b44.stream.ts?source";
import directSource from "../../runtime/direct/b44.direct.ts?source";
import sources from "../../runtime/functions?sources";
import type { PlacedFile } from "../output.js";

/** The features of a project's functions that need parts of the runtime. */
interface BackendRuntimeNeeds {
  /** Handlers of APIs. */
  hasApis: boolean;
  /** Own functions. */
  hasOwnFunctions: boolean;
  /** Calls from inside functions, by any transport. */
  hasCalls: boolean;
  /** Calls from inside functions that go directly to the API, without an integration. */
  hasDirectCalls: boolean;
  /** APIs whose tokens are fetched with client credentials. */
  hasClientCredentials: boolean;
  /** APIs that are called through connectors, whose token helpers hand-written functions can use too. */
  hasConnectors: boolean;
}

/** Emits the shared modules that functions need, with everything that these import. */
export function emitBackendRuntime(needs: BackendRuntimeNeeds): PlacedFile[] {
  const roots = [
    ...(needs.hasApis ? ["b44-handler.ts"] : []),
    ...(needs.hasOwnFunctions ? ["b44-own-function.ts"] : []),
    ...(needs.hasClientCredentials ? ["b44-client-credentials.ts"] : []),
    ...(needs.hasConnectors ? ["b44-connectors.ts"] : []),
    ...(needs.hasDirectCalls ? ["b44-upstream.ts"] : []),
  ];
  const texts = new Map<string, string>();
  const take = (name: string) => {
    const text = sources[name];
    if (text === undefined || texts.has(name)) return;
    texts.set(name, text);
    for (const [, imported = ""] of text.matchAll(/ from "\.\/([\w.-]+)";/g)) take(imported);
  };
  for (const root of roots) take(root);
  if (needs.hasCalls) texts.set("b44.runtime.ts", runtimeSource.ts);
  if (needs.hasDirectCalls) texts.set("b44.stream.ts", streamSource.ts).set("b44.direct.ts", directSource.ts);
  return [...texts].map(([path, text]) => ({ path, text, language: "ts", api: null, place: "shared" }));
}
