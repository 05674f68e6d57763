import type { Place, PlacedFile } from "../../emit/output.js";
import { pathFrom } from "../../files/index.js";
import type { Backend, GeneratedFile, OutputRoot } from "../../project/index.js";

/** The folder for locked specs. It is beside the lock, and committed. */
export const LOCKED_SPECS = "b44-gen.specs";

/** The folders of the places of an output in one project. */
export class Places {
  readonly #folders: Partial<Record<Place, string>>;
  readonly #configFile: string | undefined;
  readonly #settings: Partial<Record<Place, string>> = {
    functions: "functionsDir",
    shared: "functionsDir",
    connectors: "connectorsDir",
  };

  /**
   * @param folder the lock's folder, which paths are relative to
   * @param output the app's output folder
   * @param backend undefined if nothing is written for it
   */
  constructor({ folder, output, backend }: { folder: string; output: string; backend: Backend | undefined }) {
    const from = (path: string) => pathFrom(folder, path);
    this.#configFile = backend?.configFile && from(backend.configFile);
    this.#folders = { app: from(output), specs: LOCKED_SPECS, ...(backend ? backendFolders(backend, from) : {}) };
  }

  /** Returns a path in a place, relative to the lock's folder. */
  path({ place, path }: { place: Place; path: string }): string {
    const folder = this.#folders[place] ?? ".";
    return folder === "." ? path : `${folder}/${path}`;
  }

  /** Converts a file to the form that the write stage takes. */
  file({ place, ...file }: PlacedFile): GeneratedFile {
    const { keeps, ...rest } = file;
    return {
      ...rest,
      path: this.path({ place, path: file.path }),
      ...(keeps ? { keeps: keeps.map((kept) => this.path(kept)) } : {}),
    };
  }

  /**
   * Returns the folders that files are written into.
   * @param isConfigured whether the config names the output folder
   */
  roots(files: readonly PlacedFile[], { isConfigured }: { isConfigured: boolean }): OutputRoot[] {
    const used = new Set<Place>(["app", ...files.map(({ place }) => place)]);
    return [...used].map((place) => {
      const setting = this.#settings[place];
      const named = setting ? { setting, ...(this.#configFile ? { settingFile: this.#configFile } : {}) } : {};
      const own = place === "app" && isConfigured ? { isConfigured } : {};
      return { path: this.#folders[place] ?? ".", ...own, ...named };
    });
  }
}

function backendFolders(backend: Backend, from: (path: string) => string): Partial<Record<Place, string>> {
  return {
    functions: from(backend.functionsDir),
    shared: from(backend.sharedDir),
    connectors: from(backend.connectorsDir),
    backend: from(backend.configFolder),
  };
}
