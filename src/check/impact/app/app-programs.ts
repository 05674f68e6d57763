import { Project, ts } from "ts-morph";
import { SDK_STUB } from "./sdk-stub.js";

/** What programs are made of. */
interface AppProgramsInput {
  /** The app's folder, with forward slashes. */
  root: string;
  options: ts.CompilerOptions;
  /** The app's own files that belong to the programs, by path. */
  files: ReadonlyMap<string, string>;
  /** Every path that some version of the generated code has: what stands there on disk is not read. */
  generated: ReadonlySet<string>;
}

/** Comments that silence the compiler, each replaced by a text of its own length: what they hide breaks all the same. */
const SILENCERS = /@ts-(nocheck|ignore|expect-error)/g;

/** Programs of an app with one version or another of its generated code, in memory. */
export class AppPrograms {
  readonly #input: AppProgramsInput;
  readonly #stub: string;
  /** By the paths that they hold: one that has the same files is not parsed again. */
  readonly #projects = new Map<string, Project>();

  constructor(input: AppProgramsInput) {
    this.#input = input;
    this.#stub = `${input.root}/node_modules/.b44-gen/sdk.d.ts`;
  }

  /** The app with generated files, by path. What it gives stays as it is when another is asked for. */
  with(generated: ReadonlyMap<string, string>): ts.Program {
    const key = [...generated.keys()].sort().join("\n");
    const project = this.#projects.get(key) ?? this.#project(new Set(generated.keys()));
    this.#projects.set(key, project);
    for (const [path, text] of generated) {
      const declarations = path.replace(/\.js$/, ".d.ts");
      const isShadowed = declarations !== path && generated.has(declarations);
      if (!isShadowed && project.getSourceFile(path)?.getFullText() !== text) write(project, path, text);
    }
    return project.getProgram().compilerObject;
  }

  #project(present: ReadonlySet<string>): Project {
    const { options, files } = this.#input;
    const project = new Project({
      compilerOptions: options,
      skipFileDependencyResolution: true,
      resolutionHost: (host) => {
        const fileExists = (path: string) => this.#isThere(path, present) && host.fileExists(path);
        const visible = { ...host, fileExists };
        return { resolveModuleNames: (names, from) => names.map((name) => this.#resolve({ name, from, visible })) };
      },
    });
    for (const [path, text] of files) {
      write(
        project,
        path,
        text.replace(SILENCERS, (match) => `@b4${match.slice(3)}`),
      );
    }
    write(project, this.#stub, SDK_STUB);
    return project;
  }

  #isThere(path: string, present: ReadonlySet<string>): boolean {
    return present.has(path) || !this.#input.generated.has(path);
  }

  #resolve({ name, from, visible }: Wanted): ts.ResolvedModule | undefined {
    // Base44's functions name packages as Deno does.
    const plain = name.replace(/^npm:(@base44\/sdk)(@.*)?$/, "$1");
    const found = ts.resolveModuleName(plain, from, this.#input.options, visible).resolvedModule;
    if (found || plain !== "@base44/sdk") return found;
    return { resolvedFileName: this.#stub, isExternalLibraryImport: false };
  }
}

/** A module that a file imports, and the files that there are. */
interface Wanted {
  name: string;
  from: string;
  visible: ts.ModuleResolutionHost;
}

function write(project: Project, path: string, text: string): void {
  project.createSourceFile(path, text, { overwrite: true });
}
