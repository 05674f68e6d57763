/** A client whose connectors answer as told, and that notes what it was asked. */
export function fakeClient(answer: unknown = { accessToken: "t0ken", connectionConfig: null }) {
  const asked: unknown[][] = [];
  const ask =
    (method: string) =>
    async (...args: unknown[]) => {
      asked.push([method, ...args]);
      if (answer instanceof Error) throw answer;
      return answer as never;
    };
  const names = ["getConnection", "getWorkspaceConnection", "getCurrentAppUserConnection", "callApi"];
  const connectors = Object.fromEntries(names.map((name) => [name, ask(name)]));
  return { asked, connectors, client: { asServiceRole: { connectors } } };
}

/** An error as the SDK throws it, with a text that nobody else may see. */
export const connectorError = (status?: number, code?: string) =>
  Object.assign(new Error("t0ken at https://x"), { status, code });
