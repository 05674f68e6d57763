import type { Diagnostic } from "../../src/diagnostics/index.js";
import type { Resolver } from "../../src/spec/load/fetch/network.js";
import { loadSpec } from "../../src/spec/load/index.js";
import { loadReferences, type ReferenceOptions } from "../../src/spec/resolve/index.js";

/** The text of a spec whose one schema is this reference. */
export function specWith(ref: string): string {
  return JSON.stringify({ openapi: "3.1.0", paths: {}, components: { schemas: { A: { $ref: ref } } } });
}

/** What became of references: the URIs that were read, and the failures in the order of their URIs. */
export interface Followed {
  read: string[];
  failures: Diagnostic[];
}

/** Loads the spec at `input`, and follows these references from it. */
export async function followFrom(
  input: string,
  refs: string[],
  options: Partial<ReferenceOptions> & { resolver?: Resolver; cwd?: string } = {},
): Promise<Followed> {
  const cwd = options.cwd ?? "/";
  const { resolver } = options;
  const { document } = await loadSpec(input, { cwd, resolver });
  const { documents, failures } = await loadReferences(
    refs.map((ref) => ({ ref, base: document.uri })),
    { ...options, root: document, cwd },
  );
  return {
    read: [...documents.keys()].filter((uri) => uri !== document.uri),
    failures: [...failures.values()].map(({ diagnostic }) => diagnostic),
  };
}

/** A resolver that knows these names; the addresses of a name are given in turn, the last for ever. */
export function resolverOf(names: Record<string, string[][]>): { resolver: Resolver; asked: string[] } {
  const asked: string[] = [];
  const resolver: Resolver = (hostname, _options, callback) => {
    const turns = names[hostname] ?? [];
    const turn = asked.filter((name) => name === hostname).length;
    asked.push(hostname);
    const addresses = turns[Math.min(turn, turns.length - 1)] ?? [];
    const found = addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
    const missing = Object.assign(new Error(hostname), { code: "ENOTFOUND" });
    setImmediate(() => callback(found.length > 0 ? null : missing, found));
  };
  return { resolver, asked };
}
