import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { type Diagnostic, DiagnosticError } from "../../src/diagnostics/index.js";

/** Starts a server on 127.0.0.1 that is closed after the test. Returns its origin. */
export async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Returns the origin of a server that is already closed. */
export async function closedOrigin(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}

/** Starts a server that responds to these paths with these texts, and with 404 to all others. */
export function serveFiles(files: Record<string, string>): Promise<string> {
  return serve((request, response) => {
    const text = files[request.url ?? ""];
    response.writeHead(text === undefined ? 404 : 200).end(text ?? "");
  });
}

/** Returns the first diagnostic that `work` throws. Fails the test if it throws anything else, or nothing. */
export async function diagnosticOf(work: Promise<unknown>): Promise<Diagnostic> {
  const outcome = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (outcome instanceof DiagnosticError) return outcome.diagnostics[0]!;
  throw outcome ?? new Error("Nothing was thrown.");
}
