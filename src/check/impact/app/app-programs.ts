import { Project, ts } from "ts-morph";
import { SDK_STUB } from "./sdk-stub.js";

/** The input of {@link AppPrograms}. */
interface AppProgramsInput {
  /** The app's folder, with forward slashes. */
  root: string;
  options: ts.CompilerOptions;
  /** The text of the app's own files, by path. */
  files: ReadonlyMap<string, string>;
  /** Every path of either version of the generated code. These files are never read from disk. */
  generated: ReadonlySet<string>;
}

/**
 * Comments that suppress type errors. Each is replaced by text of the same length, because the suppressed code can
 * break too.
 */
const SILENCERS = /@ts-(nocheck|ignore|expect-error)/g;

/** Creates programs of an app with different versions of its generated code, in memory. */
export class AppPrograms {
  readonly #input: AppProgramsInput;
  readonly #stub: string;
  /** The projects by their paths. Programs with the same paths share one, so that its files are parsed once. */
  readonly #projects = new Map<string, Project>();

  constructor(input: AppProgramsInput) {
    this.#input = input;
    this.#stub = `${input.root}/node_modules/.b44-gen/sdk.d.ts`;
  }

  /**
   * Returns the program of the app with these generated files, by path. It stays valid when another one is requested.
   */
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
    // Base44's functions import packages with Deno's `npm:` specifiers.
    const plain = name.replace(/^npm:(@base44\/sdk)(@.*)?$/, "$1");
    const found = ts.resolveModuleName(plain, from, this.#input.options, visible).resolvedModule;
    if (found || plain !== "@base44/sdk") return found;
    return { resolvedFileName: this.#stub, isExternalLibraryImport: false };
  }
}

/** A specifier in a file, and the files that it can resolve to. */
interface Wanted {
  name: string;
  from: string;
  visible: ts.ModuleResolutionHost;
}

function write(project: Project, path: string, text: string): void {
  project.createSourceFile(path, text, { overwrite: true });
}
