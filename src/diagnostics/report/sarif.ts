import { isWebAddress } from "../../files/index.js";
import { type Code, catalogue, type Severity } from "../catalogue/index.js";
import type { Diagnostic } from "../diagnostic.js";
import { visibleJson } from "../visible.js";
import { resultFingerprints } from "./fingerprint.js";
import { type ReportFolders, repositoryPath } from "./repository.js";

/** The options of a SARIF log. */
export interface SarifOptions extends ReportFolders {
  /** b44-gen's version. */
  version: string;
}

const LEVELS: Record<Severity, string> = { error: "error", warning: "warning", info: "note" };

/** The base that a log's paths are relative to: the repository's root, by the name that code hosts expect. */
const ROOT = "%SRCROOT%";

/**
 * Writes diagnostics as a SARIF 2.1.0 log, which code hosts and editors read: a rule for each code that occurs, and a
 * result for each diagnostic, in order. The same findings give the same text. Without a final line break.
 */
export function sarifReport(diagnostics: readonly Diagnostic[], options: SarifOptions): string {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort();
  const fingerprints = resultFingerprints(diagnostics, options);
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "b44-gen", version: options.version, rules: codes.map(reportingDescriptor) } },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { [ROOT]: { description: { text: "The root of the repository." } } },
        results: diagnostics.map((item, index) => ({
          ruleId: item.code,
          ruleIndex: codes.indexOf(item.code),
          level: LEVELS[item.severity],
          message: { text: messageOf(item) },
          ...locationsOf(item, options),
          partialFingerprints: { "b44Gen/v1": fingerprints[index] },
        })),
      },
    ],
  };
  return visibleJson(JSON.stringify(log, null, 2));
}

/** A rule: a reportingDescriptor object (section 3.49). */
function reportingDescriptor(code: Code) {
  const { title, cause, help, severity } = catalogue[code];
  return {
    id: code,
    shortDescription: { text: title },
    fullDescription: { text: cause },
    help: { text: help },
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

/**
 * The message of a result. It includes the diagnostic's help only if that differs from the rule's help, which is shown
 * anyway.
 */
function messageOf({ code, message, help }: Diagnostic): string {
  return help === "" || help === catalogue[code].help ? message : `${message}\n${help}`;
}

/** The place of a result: a location object (section 3.28), or nothing if there is no place. */
function locationsOf({ location }: Diagnostic, folders: ReportFolders): object {
  if (!location) return {};
  const { line, column, pointer } = location;
  const path = repositoryPath(location.file, folders);
  const uri = path === undefined ? absoluteUri(location.file) : path.split("/").map(encodeURIComponent).join("/");
  const artifactLocation = path === undefined ? { uri } : { uri, uriBaseId: ROOT };
  const region = line === undefined ? undefined : { startLine: line, ...(column ? { startColumn: column } : {}) };
  const physical = uri === undefined ? {} : { physicalLocation: { artifactLocation, ...(region ? { region } : {}) } };
  const logical = pointer === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: `#${pointer}` }] };
  const both = { ...physical, ...logical };
  return Object.keys(both).length === 0 ? {} : { locations: [both] };
}

/** A URL for a log. Undefined for files outside the repository, whose paths exist only on this machine. */
function absoluteUri(file: string): string | undefined {
  return isWebAddress(file) && URL.canParse(file) ? new URL(file).href : undefined;
}
