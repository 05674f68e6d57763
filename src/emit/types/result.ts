import { getOrInsert } from "../../collections/index.js";
import { byCodeUnit } from "../../files/index.js";
import {
  isSuccess,
  type MediaType,
  type Operation,
  type Response,
  type StatusRange,
  settledAgainst,
} from "../../ir/index.js";
import { TypeCode } from "../code/index.js";
import { answerType } from "./content.js";
import type { TypeEngine } from "./engine.js";
import { printAssigned, printType } from "./syntax/print.js";

const NUMBERED: StatusRange[] = ["2XX", "3XX", "4XX", "5XX"];
const ANY = " unknown";

/** The indentation of the type arguments in a member of a result's union. */
const INDENT = 4;

/** A type of the runtime, and its name in the file that imports it. */
interface RuntimeType {
  name: string;
  local: string;
  isRenamed: boolean;
}

/**
 * Makes the types of results: unions of the runtime's `ApiSuccess`, `ApiFailure` and the like, each with its statuses
 * and its data. They are not written out as object types, for which a compiler has to make several times as many nodes
 * and symbols.
 */
export class ResultTypes {
  readonly #engine: TypeEngine;
  readonly #taken: ReadonlySet<string>;
  readonly #mentioned = new Map<string, RuntimeType>();
  /** The text of the type of `data`, by the content of the response. */
  readonly #texts = new WeakMap<MediaType[], string>();

  /** @param taken the names of the other types in the file; a runtime type with such a name is renamed in its import */
  constructor(engine: TypeEngine, taken: ReadonlySet<string>) {
    this.#engine = engine;
    this.#taken = taken;
  }

  /** Returns the runtime types that the results so far reference, sorted by name. */
  mentioned(): RuntimeType[] {
    return [...this.#mentioned.values()].sort((a, b) => byCodeUnit(a.name, b.name));
  }

  /**
   * Returns the type of an operation's result, for the place behind `=`. Its members are distinguished by `success` and
   * `status_code`: one for each declared status, with literal statuses also for ranges, `default` and undeclared
   * statuses, so that comparing `status_code` narrows. If the spec declares a success status, other success statuses
   * are assumed not to occur.
   *
   * @param isMetered true if results include the cost of the call
   */
  typeOf(operation: Operation, isMetered: boolean): TypeCode {
    const single = operation.responses.filter((item) => typeof item.status === "number");
    const ranges = operation.responses.filter((item) => NUMBERED.includes(item.status as StatusRange));
    const rest = operation.responses.find((item) => item.status === "default");
    const restData = rest ? this.#data(rest) : ANY;

    const forms = [
      ...this.#declared(single.filter((item) => (item.status as number) >= 200)),
      ...ranges.map((response) => this.#range(response, single)),
    ];
    if (![...single, ...ranges].some(isSuccess))
      forms.push(this.#form("SuccessIn", this.#runtime("SuccessStatus"), restData));
    const isComplete = ["3XX", "4XX", "5XX"].every((range) => ranges.some((item) => item.status === range));
    const extras = resultExtras(operation, isMetered);
    if (!isComplete) return new TypeCode(this.#withOthers(forms, restData) + (extras === null ? "" : ` & ${extras}`));
    return new TypeCode(extras === null ? lines(forms) : ` (${lines(forms)}\n) & ${extras}`);
  }

  /** Returns these members, and one for the failures of all other statuses. */
  #withOthers(forms: readonly string[], data: string): string {
    const name = this.#runtime("WithOtherFailures");
    const second = data === ANY ? "" : `,${data}`;
    const only = `${forms.length === 1 ? forms[0] : "\n"}${second}`;
    if (!only.includes("\n")) return ` ${name}<${only}>`;
    return ` ${name}<${lines(forms)}${second.replace(/^, /, ",\n  ")}\n>`;
  }

  /** Returns the member for a range of statuses, except those that are declared individually. */
  #range(response: Response, single: readonly Response[]): string {
    const declared = single.filter((item) => rangeOf(item) === response.status).map((item) => String(item.status));
    const statuses =
      declared.length === 0
        ? this.#runtime(`Status${response.status}`)
        : `${this.#runtime(`OtherStatus${response.status}`)}<${declared.join(" | ")}>`;
    return this.#form(isSuccess(response) ? "SuccessIn" : "FailureIn", statuses, this.#data(response));
  }

  /** Returns the members for the individually declared statuses. Statuses with the same data share one. */
  #declared(single: readonly Response[]): string[] {
    const forms = new Map<string, { name: string; statuses: string[]; data: string }>();
    for (const response of single) {
      const name = isSuccess(response) ? "ApiSuccess" : "ApiFailure";
      const data = this.#data(response);
      getOrInsert(forms, name + data, () => ({ name, statuses: [], data })).statuses.push(String(response.status));
    }
    return [...forms.values()].map(({ name, statuses, data }) => this.#form(name, statuses.join(" | "), data));
  }

  #form(name: string, statuses: string, data: string): string {
    return `${this.#runtime(name)}<${statuses}${data === ANY ? "" : `,${data}`}>`;
  }

  #runtime(name: string): string {
    const mentioned = getOrInsert(this.#mentioned, name, () => {
      const local = settledAgainst(this.#taken, [name, `${name}Form`]);
      return { name, local, isRenamed: local !== name };
    });
    return mentioned.local;
  }

  /** Returns the type of a response's data, with the space or line break before it. */
  #data({ content }: Response): string {
    return getOrInsert(this.#texts, content, () => printAssigned(answerType(content, this.#engine), INDENT).text);
  }
}

/** Returns a union with one member per line. */
function lines(forms: readonly string[]): string {
  return forms.map((form) => `\n  | ${form}`).join("");
}

/**
 * Returns the additional members of results as an object type: the declared response headers, which are optional
 * strings, and the cost of the call. Null if there are none.
 */
function resultExtras({ responses }: Operation, isMetered: boolean): string | null {
  const names = [...new Set(responses.flatMap(({ headers }) => headers.map(({ name }) => name)))].sort();
  const headers = names.map((text) => ({
    kind: "PropertySignature" as const,
    name: { kind: "StringLiteral" as const, text },
    optional: true,
    type: { kind: "StringKeyword" as const },
  }));
  const members = [
    ...(headers.length > 0 ? [property("headers", { kind: "TypeLiteral" as const, members: headers })] : []),
    ...(isMetered ? [property("creditsCharged", { kind: "NumberKeyword" as const })] : []),
  ];
  return members.length > 0 ? printType({ kind: "TypeLiteral", members }).text : null;
}

function property<Type>(text: string, type: Type) {
  return { kind: "PropertySignature" as const, name: { kind: "Identifier" as const, text }, optional: false, type };
}

function rangeOf(response: Response): StatusRange | "default" {
  return typeof response.status === "number"
    ? (`${Math.floor(response.status / 100)}XX` as StatusRange)
    : response.status;
}
