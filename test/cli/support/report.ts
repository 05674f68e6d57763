import { expect } from "vitest";

/** What `--json` prints. */
export interface Report {
  files: { path: string; action: string }[];
  apis: {
    slug: string;
    via: string;
    module: string;
    operations: {
      operation: string;
      name: string;
      file: string | null;
      transport: string | null;
      call: string | null;
    }[];
  }[];
  diagnostics: ReportedDiagnostic[];
}

export interface ReportedDiagnostic {
  code: string;
  severity: string;
  message: string;
  location?: { file: string; pointer?: string; line?: number; column?: number };
  help: string;
}

/** Reads what `--json` printed. It must be exactly one JSON document, of the design's form. */
export function reportOf(stdout: string): Report {
  const report: Report = JSON.parse(stdout);
  expect(Object.keys(report)).toEqual(["files", "apis", "diagnostics"]);
  for (const file of report.files) {
    expect(file).toEqual({
      path: expect.any(String),
      action: expect.stringMatching(/^(create|update|unchanged|remove|kept)$/),
    });
  }
  for (const api of report.apis) {
    expect(api).toEqual({
      slug: expect.any(String),
      via: "integration",
      module: expect.any(String),
      operations: expect.any(Array),
    });
    for (const operation of api.operations) {
      expect(Object.keys(operation)).toEqual(["operation", "name", "file", "transport", "call"]);
      expect(operation.operation).toMatch(/^[a-z]+:\//);
    }
  }
  for (const item of report.diagnostics) expectDiagnostic(item);
  return report;
}

/** Reads the document of a command that was given up: its diagnostics, and nothing in what else it has of its form. */
export function refusalOf(stdout: string): Pick<Report, "diagnostics"> {
  const { diagnostics, ...rest }: Report = JSON.parse(stdout);
  for (const [member, value] of Object.entries(rest)) expect([member, value]).toEqual([member, []]);
  for (const item of diagnostics) expectDiagnostic(item);
  return { diagnostics };
}

function expectDiagnostic({ location, ...rest }: ReportedDiagnostic): void {
  expect(rest).toEqual({
    code: expect.stringMatching(/^B44-\d{3}$/),
    severity: expect.stringMatching(/^(error|warning|info)$/),
    message: expect.any(String),
    help: expect.any(String),
  });
  if (location === undefined) return;
  expect(location.file).not.toBe("");
  const known = ["file", "pointer", "line", "column"];
  expect(Object.keys(location).filter((key) => !known.includes(key))).toEqual([]);
}

/** The codes of what was printed for a person, in order: `error B44-101`. */
export function printedCodes(stderr: string): string[] {
  return [...stderr.matchAll(/^((?:error|warning|info) B44-\d{3}) /gm)].map(([, code]) => code!);
}
