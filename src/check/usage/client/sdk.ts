/** The methods of the SDK's modules that are checked, by the path in the client (`@base44/sdk` 0.8.50). */
const METHODS: Record<string, readonly string[]> = {
  connectors: ["connectAppUser", "disconnectAppUser"],
  "asServiceRole.connectors": [
    "callApi",
    "getAccessToken",
    "getConnection",
    "getCurrentAppUserAccessToken",
    "getCurrentAppUserConnection",
    "getWorkspaceConnection",
  ],
  functions: ["fetch", "invoke"],
  "asServiceRole.functions": ["fetch", "invoke"],
  "integrations.custom": ["call"],
  "asServiceRole.integrations.custom": ["call"],
};

/** Common wrong names, and the methods that they stand for. */
const MEANT: Record<string, string> = {
  getToken: "getConnection",
  token: "getConnection",
  getTokens: "getConnection",
  accessToken: "getConnection",
  getConnector: "getConnection",
  get: "getConnection",
  connect: "connectAppUser",
  disconnect: "disconnectAppUser",
  call: "invoke",
  run: "invoke",
  execute: "invoke",
};

/** The methods of the SDK's module at a path in the client; undefined if the module is not checked. */
export function methodsAt(path: string): readonly string[] | undefined {
  return Object.hasOwn(METHODS, path) ? METHODS[path] : undefined;
}

/** The modules of the client that have a method of this name. */
export function modulesWith(method: string): string[] {
  return Object.keys(METHODS).filter((path) => METHODS[path]?.includes(method));
}

/** The method (of any module) that a wrong name often stands for. */
export function usuallyMeant(name: string): string | undefined {
  return Object.hasOwn(MEANT, name) ? MEANT[name] : undefined;
}
