import { getOrInsert } from "../../../collections/index.js";
import type { Api, Operation, SecurityRequirement } from "../../../ir/index.js";
import type { Way } from "../../model.js";
import { schemeWords } from "../../scheme-words.js";
import { secretsSetting, valueNotes } from "./secret-words.js";
import { deprecatedLast, isEmpty, partsOf, proposedOf, schemeOf, secretFault } from "./security-schemes.js";
import { tokenObstacles } from "./token.js";

/** The credentials that authorise one operation, or why none do. */
interface OperationCredentials {
  /** The names of the security schemes, all of which are sent. */
  names: string[];
  /** True if the operation is called without credentials. */
  anonymous: boolean;
  /** Why the transport cannot authorise it. */
  obstacles: string[];
  /** Why nothing authorises it, if a change to the config fixes that. */
  problem?: CredentialProblem | undefined;
}

/** Why nothing authorises an operation, and how to fix that in the config. */
export interface CredentialProblem {
  /** Completes "it is …". */
  problem: string;
  help: string;
}

/** Chooses the credentials of an operation from the alternatives in the spec (OpenAPI 3.1, section 4.8.30). */
export function operationCredentials(operation: Operation, api: Api, way: Way): OperationCredentials {
  if (way.via === "function") return bySecrets(operation, api, way);
  return { names: [], anonymous: false, obstacles: tokenObstacles(operation, api) };
}

/**
 * How to set a header in the config. For undeclared schemes, because the spec does not say where their credentials are
 * sent.
 */
export const HEADERS_HELP = 'headers: { Authorization: { secret: "NAME", prefix: "Bearer " } }';

function bySecrets(operation: Operation, api: Api, way: Way & { via: "function" }): OperationCredentials {
  const { security } = operation;
  const { secrets } = way;
  if (security.length === 0) {
    const names = isSilent(api) ? Object.keys(secrets) : [];
    return { names, anonymous: names.length === 0, obstacles: [] };
  }
  const isNamed = (name: string) => Object.hasOwn(secrets, name);
  const hasSecretHeader = Object.values(way.headers).some((value) => typeof value === "object");
  const isServed = (name: string) => isNamed(name) || (hasSecretHeader && schemeOf(name, api) === undefined);
  const given = deprecatedLast(security, api)
    .filter((requirement) => !isEmpty(requirement))
    .map((requirement) => partsOf(requirement, api))
    .find((parts) => parts.every((part) => part.some(isServed)));
  if (given) return authorised(given.flatMap((part) => part.find(isNamed) ?? []));
  if (security.some(isEmpty)) return { names: [], anonymous: true, obstacles: [] };
  const obstacles = secretObstacles(operation, api);
  if (obstacles.length > 0) return { names: [], anonymous: false, obstacles };
  const lacking = proposedOf(security, api);
  const problem = lacking ? lackOfSecrets(security, lacking, api) : lackOfScheme(security, api);
  return { names: [], anonymous: false, obstacles: [], problem };
}

/** True if the whole document never says how calls are authorised. */
export function isSilent({ documentSecurity }: Api): boolean {
  return documentSecurity.every(({ requirements }) => requirements.length === 0);
}

function lackOfSecrets(
  security: readonly SecurityRequirement[],
  lacking: SecurityRequirement,
  api: Api,
): CredentialProblem {
  const setting = `Name a secret in the config: ${secretsSetting(lacking, api)}. Store its value with \`base44 secrets set\`.`;
  return {
    problem: `authorised by ${shown(security)}, but the config names no secret for it`,
    help: [setting, ...valueNotes(lacking, api)].join(" "),
  };
}

function lackOfScheme(security: readonly SecurityRequirement[], api: Api): CredentialProblem {
  const mendable = security.filter((requirement) => faultIn(requirement, api) === undefined);
  const alternatives = [
    `${shown(mendable)}, which the spec does not declare, or declares with an unknown type`,
    ...beyondSecrets(security, api),
  ];
  return {
    problem: `authorised by ${alternatives.join(", or by ")}`,
    help: `Set the header in the config: ${HEADERS_HELP}; or declare the scheme in the spec.`,
  };
}

function authorised(names: string[]): OperationCredentials {
  return { names, anonymous: false, obstacles: [] };
}

/**
 * Returns why no secrets can authorise an operation: every alternative has a scheme that needs more than a secret.
 * Empty if there is another alternative.
 */
export function secretObstacles({ security }: Operation, api: Api): string[] {
  if (security.some((requirement) => faultIn(requirement, api) === undefined)) return [];
  const alternatives = beyondSecrets(security, api);
  return alternatives.length === 0 ? [] : [`it is authorised by ${alternatives.join(", or by ")}`];
}

/** Returns the alternatives that need more than secrets, each with the reason. */
function beyondSecrets(security: readonly SecurityRequirement[], api: Api): string[] {
  const byFault = new Map<string, Set<string>>();
  for (const { fault, words } of security.flatMap((requirement) => faultIn(requirement, api) ?? [])) {
    getOrInsert(byFault, fault, () => new Set()).add(words);
  }
  return [...byFault].map(([fault, words]) => `${[...words].join(", or by ")}, which ${fault}`);
}

/** Returns the first scheme of an alternative that needs more than a secret; undefined if none does. */
function faultIn(requirement: SecurityRequirement, api: Api): { fault: string; words: string } | undefined {
  for (const name of Object.keys(requirement)) {
    const scheme = schemeOf(name, api);
    const fault = scheme && secretFault(scheme);
    if (scheme && fault) return { fault, words: `${name} (${schemeWords(scheme)})` };
  }
  return undefined;
}

function shown(security: readonly SecurityRequirement[]): string {
  const alternatives = security.map((requirement) => Object.keys(requirement).join(" and "));
  return [...new Set(alternatives)].join(", or by ");
}
