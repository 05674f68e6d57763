import { describe, expect, test } from "vitest";
import { linesOf } from "./support.js";

/** The pairs of fixtures/changes: what is found from before to after, and from after to before. */
const pairs: Record<string, { there: string[]; back: string[] }> = {
  "answer-body": {
    there: ["safe response-body-added @ data 200"],
    back: ["breaking response-body-removed @ data 200"],
  },
  "answer-failure": {
    there: ["breaking response-property-removed @ data 404.message", "safe response-property-added @ data 404.detail"],
    back: ["breaking response-property-removed @ data 404.detail", "safe response-property-added @ data 404.message"],
  },
  "answer-form": {
    there: ["breaking response-content-changed @ data 200"],
    back: ["breaking response-content-changed @ data 200"],
  },
  "answer-header": {
    there: ["safe response-header-added @ header x-rate-limit 200"],
    back: ["risky response-header-removed @ header x-rate-limit 200"],
  },
  "answer-media-type": {
    there: ["risky response-media-type-added @ data 200"],
    back: ["safe response-media-type-removed @ data 200"],
  },
  "answer-media-type-replaced": {
    there: ["safe response-media-type-replaced @ data 200"],
    back: ["safe response-media-type-replaced @ data 200"],
  },
  "answer-stream": {
    there: ["breaking response-type-changed @ data 200[].a"],
    back: ["breaking response-type-changed @ data 200[].a"],
  },
  "answer-unused-media-type": {
    there: ["safe response-unused-media-type-added @ data 200"],
    back: ["safe response-media-type-removed @ data 200"],
  },
  "answer-without-schema": {
    there: ["safe response-type-added @ data 200"],
    back: ["breaking response-type-widened @ data 200"],
  },
  "status-covered-by-default": {
    there: ["safe response-status-merged @ data 404"],
    back: ["safe response-status-split @ data 404"],
  },
  "status-default": {
    there: ["breaking response-type-changed @ data default.a"],
    back: ["breaking response-type-changed @ data default.a"],
  },
  "status-default-replaced": {
    there: ["risky response-status-removed @ data default", "safe response-status-split @ data 200"],
    back: ["safe response-status-merged @ data 200", "risky response-success-status-added @ data default"],
  },
  "status-failure": {
    there: ["risky response-status-added @ data 404"],
    back: ["risky response-status-removed @ data 404"],
  },
  "status-failure-beside-default": {
    there: ["safe response-status-split @ data 404", "breaking response-type-changed @ data 404.a"],
    back: ["safe response-status-merged @ data 404", "breaking response-type-changed @ data 404.a"],
  },
  "status-range": {
    there: ["safe response-status-split @ data 404"],
    back: ["safe response-status-merged @ data 404"],
  },
  "status-replaced": {
    there: ["breaking response-success-status-removed @ data 200", "risky response-success-status-added @ data 201"],
    back: ["breaking response-success-status-removed @ data 201", "risky response-success-status-added @ data 200"],
  },
  "status-split": {
    there: ["safe response-status-split @ data 404", "safe response-property-added @ data 404.hint"],
    back: ["safe response-status-merged @ data 404", "breaking response-property-removed @ data 404.hint"],
  },
  "status-success": {
    there: ["risky response-success-status-added @ data 202"],
    back: ["breaking response-success-status-removed @ data 202"],
  },
  "status-success-beside-default": {
    there: ["safe response-status-split @ data 200", "breaking response-type-changed @ data 200.a"],
    back: ["safe response-status-merged @ data 200", "breaking response-type-changed @ data 200.a"],
  },
};

describe("changes of responses", () => {
  test.each(Object.entries(pairs))("%s", async (name, wanted) => {
    expect(await linesOf(name)).toEqual(wanted);
  });
});
