import { expect, test } from "vitest";
import { Modules } from "../../src/check/usage/sources/modules.js";

const modules = new Modules({ root: "/app", atFolders: ["/app/src"] });

test.each([
  ["/app/src/page", "@/page"],
  ["/app/src/api/generated", "@/api/generated"],
  ["/app/src", ".."],
  ["/app/base44/shared/crm", "../../base44/shared/crm"],
])("%s is imported as %s", (module, want) => {
  expect(modules.specifier("/app/src/pages/page.ts", module)).toBe(want);
});

test("the folder of the file itself", () => {
  expect(modules.specifier("/app/src/page.ts", "/app/src")).toBe(".");
});
