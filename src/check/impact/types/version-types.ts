import { ts } from "ts-morph";
import { getOrInsert } from "../../../collections/index.js";
import type { Change } from "../../diff/index.js";
import { isModuleOf, type Operation } from "../calls/index.js";
import type { ImpactApi } from "../model.js";
import { type AtPath, atPlace, type Signature, signatureNodes, signatureOf } from "./type-path.js";

const WHOLE = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.InTypeAlias;

/** The programs of the app with the old and with the new generated code. */
export interface Programs {
  before: ts.Program;
  after: ts.Program;
}

/** The types of operations in both versions. */
export class VersionTypes {
  readonly #programs: Programs;
  readonly #signatures = new Map<string, Signature | undefined>();
  readonly #shown = new Map<Change, boolean>();

  constructor(programs: Programs) {
    this.#programs = programs;
  }

  /** Returns the signature of an operation in the old version; undefined if it has no function. */
  before({ api, name }: Operation): Signature | undefined {
    return this.#signature("before", api, name);
  }

  /** Returns the signature of an operation in the new version; undefined if it was removed. */
  after({ api, id }: Operation): Signature | undefined {
    const name = api.after.get(id);
    return name === undefined ? undefined : this.#signature("after", api, name);
  }

  /** Returns the operation whose arguments or result type had this name in the old version. */
  operationOfType(apis: readonly ImpactApi[], typeName: string): Operation | undefined {
    for (const api of apis) {
      const module = moduleOf(this.#programs.before, api);
      for (const [id, name] of api.before) {
        const { args, result } = module ? signatureNodes(module, name) : {};
        if ([args, result].some((type) => type && nameOf(type) === typeName)) return { api, id, name };
      }
    }
    return undefined;
  }

  /** True if types show a change, so that the compiler detects what it breaks. */
  show(operation: Operation, change: Change): boolean {
    return getOrInsert(this.#shown, change, () => {
      const before = this.before(operation);
      const after = this.after(operation);
      return !before || !after || this.#text("before", before, change) !== this.#text("after", after, change);
    });
  }

  #signature(version: "before" | "after", api: ImpactApi, name: string): Signature | undefined {
    const key = `${version} ${api.fileName} ${name}`;
    if (this.#signatures.has(key)) return this.#signatures.get(key);
    const program = this.#programs[version];
    const module = moduleOf(program, api);
    const signature = module && signatureOf(program, module, name);
    this.#signatures.set(key, signature);
    return signature;
  }

  #text(version: "before" | "after", given: Signature, change: Change): string {
    const checker = this.#programs[version].getTypeChecker();
    const at: AtPath = atPlace(checker, given, change);
    if (at.found !== "value") return at.found;
    const isOptional = ((at.symbol?.flags ?? 0) & ts.SymbolFlags.Optional) !== 0;
    return `${isOptional} ${at.types.map((type) => checker.typeToString(type, undefined, WHOLE)).join()}`;
  }
}

/** The name of a type without its namespace. */
function nameOf(type: ts.TypeNode): string | undefined {
  if (!ts.isTypeReferenceNode(type)) return undefined;
  return (ts.isQualifiedName(type.typeName) ? type.typeName.right : type.typeName).text;
}

function moduleOf(program: ts.Program, api: ImpactApi): ts.SourceFile | undefined {
  return program.getSourceFiles().find(({ fileName }) => isModuleOf(api, fileName));
}
