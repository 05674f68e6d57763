/** A backend function of the project, as Base44's own CLI sees it. Paths are absolute. */
export interface BackendFunction {
  /**
   * What `functions.invoke` calls it: the name in its function.jsonc, else its folder's path below the functions
   * folder.
   */
  name: string;
  folder: string;
  /** The file that is run. */
  entry: string;
}

/** A connector file of the project. */
export interface BackendConnector {
  /** The integration type, such as `googlecalendar`. */
  type: string;
  /** In the file's order. */
  scopes: string[];
  /** Absolute. */
  file: string;
}

/** Base44's part of a project: where its backend lives and what is in it. All paths are absolute. */
export interface Backend {
  /** Base44's config; missing where the project has none. */
  configFile?: string;
  /** What the folders named in the config are relative to. */
  configFolder: string;
  functionsDir: string;
  /** The code that is uploaded with every function. */
  sharedDir: string;
  connectorsDir: string;
  /** Sorted by name; of several with one name, which Base44's CLI refuses, the first. */
  functions: BackendFunction[];
  /** Sorted by type; of several with one type, which Base44's CLI refuses, the first. */
  connectors: BackendConnector[];
  /**
   * False where there may be more than is listed here: the config has plugins, whose functions are known only once they
   * are installed, or a file or folder cannot be read or is not what it should be.
   */
  isComplete: boolean;
}

/** A list, and whether everything that belongs in it could be read. */
export interface Found<Item> {
  items: Item[];
  isComplete: boolean;
}
