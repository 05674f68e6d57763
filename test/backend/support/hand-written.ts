import { join } from "node:path";
import { fixtures } from "../../cli/support/folders.js";
import { type Project, projectOf } from "./project.js";

/** A function that somebody wrote by hand: it calls an API in each of the three ways, as the user or the service role. */
const REPORT = `import { createClientFromRequest } from "npm:@base44/sdk@0.8.50";
import { createCalendar } from "../../shared/calendar.ts";
import { getContact, isApiError, unwrap } from "../../shared/crm.ts";
import { placeOrder, watchOrders } from "../../shared/orders.ts";

export default async function handler(request: Request): Promise<Response> {
  const { asService = false, contactId = "7", items = [{ sku: "a" }] } = await request.json();
  const own = createClientFromRequest(request);
  const base44 = asService ? own.asServiceRole : own;
  try {
    const contact = await unwrap(getContact(base44, { pathParams: { contactId } }));
    const order = await placeOrder(base44, { payload: { items } });
    const events = await createCalendar(base44).listEvents({ queryParams: { after: "2026-01-01T00:00:00Z" } });
    const watched: string[] = [];
    const stream = await watchOrders(base44);
    if (stream.success) for await (const { note } of stream.data) watched.push(note ?? "");
    return Response.json({
      name: contact.name,
      order: order.success ? order.data.items.length : order.status_code,
      titles: events.success ? events.data.map(({ title }) => title) : events.status_code,
      watched,
    });
  } catch (error) {
    if (isApiError(error, getContact) && error.status_code === 404) return Response.json({ missing: error.data.message });
    const { status, code, data } = error as { status: number; code: string; data: unknown };
    return Response.json({ status, code, data });
  }
}
`;

/** One that takes the connector's token for calls of its own. */
const BY_TOKEN = `import { createClientFromRequest } from "npm:@base44/sdk@0.8.50";
import { calendarFetch } from "../../shared/calendar.connection.ts";

export default async function handler(request: Request): Promise<Response> {
  const { path } = await request.json();
  try {
    const fetch = await calendarFetch(createClientFromRequest(request).asServiceRole);
    const response = await fetch(path, { method: "DELETE" });
    return Response.json({ status: response.status, text: await response.text() });
  } catch (error) {
    const { status, code } = error as { status: number; code: string };
    return Response.json({ status, code });
  }
}
`;

/** A function as older apps have them, which takes a secret from the runtime. */
const OLDER = `import { secrets } from "base44:runtime";

Deno.serve(async (request) => {
  const { name } = await request.json();
  return Response.json({ values: [secrets.get(name), Deno.env.get(name), process.env[name]] });
});
`;

/**
 * A project whose functions have the calls of the app too, with an API by each way, an own function, and functions that
 * somebody wrote by hand: `report`, `by-token` and `older`.
 */
export async function projectWithHandWritten(baseUrl: string): Promise<Project> {
  const via = { function: { secrets: { key: "ORDERS_KEY" } } };
  const project = projectOf(
    {
      lang: "ts",
      targets: ["app", "functions"],
      apis: {
        crm: { spec: join(fixtures, "crm/openapi.yaml"), operations: ["get:/contacts/{contactId}"] },
        orders: { spec: join(import.meta.dirname, "../specs/orders.yaml"), via, operations: "all", baseUrl },
        calendar: {
          spec: join(fixtures, "calendar/openapi.yaml"),
          via: { connector: "googlecalendar" },
          operations: ["get:/events"],
          baseUrl,
        },
      },
      functions: { sendInvoice: { output: { type: "string" } } },
    },
    {
      "base44/functions/report/entry.ts": REPORT,
      "base44/functions/by-token/entry.ts": BY_TOKEN,
      "base44/functions/older/entry.ts": OLDER,
    },
  );
  await project.generate();
  return project;
}
