import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { type Diagnostic, DiagnosticError } from "../../src/diagnostics/index.js";

/** A server on 127.0.0.1 that is closed when the test is over. Returns its origin. */
export async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** The origin of a server that is gone already. */
export async function closedOrigin(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}

/** A server that answers these paths with these texts, and 404 to all others. */
export function serveFiles(files: Record<string, string>): Promise<string> {
  return serve((request, response) => {
    const text = files[request.url ?? ""];
    response.writeHead(text === undefined ? 404 : 200).end(text ?? "");
  });
}

/** The first diagnostic that the work throws. Anything else that it throws, or nothing, fails the test. */
export async function diagnosticOf(work: Promise<unknown>): Promise<Diagnostic> {
  const outcome = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (outcome instanceof DiagnosticError) return outcome.diagnostics[0]!;
  throw outcome ?? new Error("Nothing was thrown.");
}
