import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startDeno } from "./support/deno.js";
import { clientOf } from "./support/dev-server.js";
import { realSpec } from "./support/paths.js";
import { usePlatform } from "./support/platform.js";
import { type GeneratedModule, type Project, projectOf } from "./support/project.js";
import { useUpstream } from "./support/upstream.js";
import { startWorkerd } from "./support/workerd.js";

const spec = realSpec("paypal_paypal-rest-api-specifications_openapi_customer_disputes_v1.json");

/** A function that somebody wrote by hand, with the same calls. */
const REPORT = `import { createClientFromRequest } from "npm:@base44/sdk@0.8.50";
import { disputesList } from "../../shared/disputes.ts";

export default async function handler(request: Request): Promise<Response> {
  const base44 = createClientFromRequest(request);
  const results = await Promise.all([1, 2, 3].map(() => disputesList(base44)));
  return Response.json(results.map(({ status_code }) => status_code));
}
`;

const upstream = useUpstream();
const platform = usePlatform();

let project: Project;
let disputes: GeneratedModule;
const list = () => disputes.disputesList?.(clientOf(platform.origin, "user"));

describe.skipIf(spec === undefined)("functions that fetch tokens", () => {
  beforeAll(async () => {
    project = projectOf(
      {
        lang: "ts",
        targets: ["app", "functions"],
        apis: {
          disputes: {
            spec,
            via: { function: { secrets: { Oauth2: { clientId: "PAYPAL_ID", clientSecret: "PAYPAL_SECRET" } } } },
            operations: ["get:/v1/customer/disputes"],
            baseUrl: upstream.origin,
          },
        },
      },
      { "base44/functions/report/entry.ts": REPORT },
    );
    await project.generate();
    disputes = await project.load("disputes.ts");
  }, 120_000);

  describe.each([
    ["workerd", startWorkerd],
    ["Deno", startDeno],
  ])("in %s", (_, start) => {
    /** The tokens that the token endpoint gave, and those that the API takes no more. */
    let given: string[];
    let revoked: string[];

    beforeEach(async () => {
      given = [];
      revoked = [];
      upstream.respond = ({ url, headers }) => {
        const json = (status: number, body: object) => {
          return { status, headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
        };
        if (url !== "/v1/oauth2/token") {
          const isTaken = given.some(
            (token) => headers.authorization === `Bearer ${token}` && !revoked.includes(token),
          );
          return json(isTaken ? 200 : 401, { items: [] });
        }
        given.push(`token-${given.length}`);
        return json(200, { access_token: given.at(-1), token_type: "Bearer", expires_in: 32400 });
      };
      const secrets = { PAYPAL_ID: "the-id", PAYPAL_SECRET: "the-secret" };
      await platform.serve(await start({ folder: project.folder, names: ["disputes", "report"], secrets }));
    });

    test("one token serves all calls until the API refuses it", async () => {
      const statuses = async (count: number) =>
        (await Promise.all(Array.from({ length: count }, list))).map(({ status_code }) => status_code);
      expect(await statuses(10)).toEqual(Array(10).fill(200));
      expect(await statuses(10)).toEqual(Array(10).fill(200));
      const [asked] = upstream.received;
      expect(asked).toMatchObject({ method: "POST", url: "/v1/oauth2/token" });
      expect(asked?.headers.authorization).toBe(`Basic ${btoa("the-id:the-secret")}`);
      expect(Object.fromEntries(new URLSearchParams(String(asked?.body)))).toEqual({
        grant_type: "client_credentials",
        scope: "https://uri.paypal.com/services/disputes/read",
      });
      expect(given).toEqual(["token-0"]);
      revoked = ["token-0"];
      expect(await statuses(10)).toEqual(Array(10).fill(200));
      expect(given).toEqual(["token-0", "token-1"]);
    });

    test("one token serves the calls of a hand-written function", async () => {
      const { data } = await clientOf(platform.origin, "user").functions.invoke("report", {});
      expect([data, given]).toEqual([[200, 200, 200], ["token-0"]]);
    });

    test("if no token is granted, the failure gives the reason but no secret", async () => {
      upstream.respond = ({ body, headers }) => {
        return {
          status: 401,
          headers: {},
          body: JSON.stringify({ error: "invalid_client", all: `${body}${headers.authorization}` }),
        };
      };
      const error = await list().catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({
        name: "Base44Error",
        status: 502,
        code: "token_refused",
        data: { status: 401, reason: "invalid_client" },
      });
      const answer = JSON.stringify(error.originalError.response.data);
      for (const value of ["the-id", "the-secret", btoa("the-id:the-secret")]) expect(answer).not.toContain(value);
    });
  });
});
