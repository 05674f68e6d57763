import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll } from "vitest";
import { specOf } from "./specs.js";

/** Serves `/v1/NAME.json` and `/v2/NAME.json` until the test file has ended; gives the origin. */
export async function serveSpecs(): Promise<string> {
  const server = createServer((request, response) => {
    const [, version = "1", name = ""] = /^\/v(\d)\/(\w+)\.json/.exec(request.url ?? "") ?? [];
    response.end(specOf(name, Number(version)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
