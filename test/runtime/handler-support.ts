import type { AppUser } from "../../src/runtime/functions/b44-access.js";

/** A function's client as a test wants it: somebody signed in, nobody, or a failure of the way there. */
export function clientOf(user: AppUser | null | Error) {
  const me = async () => {
    if (user instanceof Error) throw user;
    return user;
  };
  return { auth: { me } };
}

/** An error as the SDK throws it. */
export function sdkError(status: number, message = "from the SDK"): Error {
  return Object.assign(new Error(message), { status, code: "SDK_CODE", data: { token: "t0ken" } });
}

/** A request with a JSON body. */
export function post(body: unknown, init: RequestInit = {}): Request {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return new Request("https://app.example/api/functions/x", {
    method: "POST",
    body: text,
    headers: { "content-type": "application/json" },
    ...init,
  });
}

/** A request with a form, as the SDK makes it of an object with files: objects as JSON, one field each. */
export function postForm(fields: Record<string, unknown>): Request {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (value instanceof File) form.append(name, value, value.name);
    else form.append(name, typeof value === "string" ? value : JSON.stringify(value));
  }
  return new Request("https://app.example/api/functions/x", { method: "POST", body: form });
}

/** What an answer is: its status and its JSON. */
export async function seen(response: Promise<Response> | Response) {
  const { status, json } = await Promise.resolve(response).then(async (one) => ({
    status: one.status,
    json: await one.json(),
  }));
  return { status, ...(json as object) } as Record<string, unknown> & { status: number };
}
