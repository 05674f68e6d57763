import type { Api, SourceRef } from "../../../ir/index.js";

/** Where a spec says where the API is: its first server, or the document where it names none. */
export function serversPlace({ spec, servers: [first] }: Pick<Api, "spec" | "servers">): SourceRef {
  return first?.source ?? { file: spec, pointer: "" };
}
