import { createHash } from "node:crypto";
import { serve } from "../support/documents.js";

/** A server of files, whose contents may change, and what it was asked. */
export interface Server {
  origin: string;
  files: Record<string, string>;
  requests: { path: string; status: number }[];
  /** From then on it cuts every connection. */
  close(): void;
}

/** Starts a {@link Server} that knows versions (RFC 9110, section 8.8.3) and is closed when the test is over. */
export async function specServer(files: Record<string, string>): Promise<Server> {
  const requests: Server["requests"] = [];
  let isClosed = false;
  const origin = await serve((request, response) => {
    if (isClosed) return void request.socket.destroy();
    const path = request.url ?? "";
    const text = files[path.replace(/\?.*/, "")];
    const etag = `"${createHash("sha256")
      .update(text ?? "")
      .digest("hex")}"`;
    const found = request.headers["if-none-match"] === etag ? 304 : 200;
    const status = text === undefined ? 404 : found;
    requests.push({ path, status });
    response.writeHead(status, { etag }).end(status === 200 ? text : "");
  });
  const close = () => {
    isClosed = true;
  };
  return { origin, files, requests, close };
}
