import { existsSync } from "node:fs";

const CHROMIUM = "/usr/bin/chromium";

/** What the tests use of playwright-core. */
export interface Browser {
  newPage(): Promise<Page>;
  close(): Promise<void>;
}

export interface Page {
  goto(url: string): Promise<unknown>;
  reload(): Promise<unknown>;
  close(): Promise<void>;
  evaluate(expression: string): Promise<unknown>;
}

/** Whether there is a browser. Without one the tests that need it are skipped, and say so. */
export const hasBrowser = existsSync(CHROMIUM);
if (!hasBrowser)
  console.warn(`\n!!! There is no ${CHROMIUM}: nothing is tested in a browser (apt-get install chromium).\n`);

/** Starts the browser. */
export async function launch(): Promise<Browser> {
  const name = "playwright-core";
  const { chromium } = await import(/* @vite-ignore */ name);
  return chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
}

/** What an expression is in a page; `fallback` while the page is being loaded anew. */
async function valueIn<Value>(page: Page, expression: string, fallback: Value): Promise<Value> {
  return page.evaluate(expression).then(
    (value) => value as Value,
    () => fallback,
  );
}

/** The text of Vite's overlay, empty where none is shown. */
export function overlayOf(page: Page): Promise<string> {
  return valueIn(page, `document.querySelector("vite-error-overlay")?.shadowRoot?.textContent ?? ""`, "");
}

/** What the app shows. */
export function shownIn(page: Page): Promise<string> {
  return valueIn(page, `document.querySelector("#app")?.textContent ?? ""`, "");
}

/** When the page was loaded, and how many hot updates it took since. */
export function countsOf(page: Page): Promise<{ load: number; updates: number }> {
  return valueIn(page, "({ load: globalThis.loads, updates: globalThis.updates })", { load: 0, updates: 0 });
}
