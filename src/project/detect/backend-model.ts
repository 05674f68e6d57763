/** A backend function of the project, as Base44's CLI sees it. Paths are absolute. */
export interface BackendFunction {
  /**
   * The name for `functions.invoke`: the name in its function.jsonc, otherwise its folder's path below the functions
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

/** Base44's part of a project: the location of its backend and what is in it. All paths are absolute. */
export interface Backend {
  /** Base44's config; missing if the project has none. */
  configFile?: string;
  /** The folder that the folders in the config are relative to. */
  configFolder: string;
  functionsDir: string;
  /** The code that is uploaded with every function. */
  sharedDir: string;
  connectorsDir: string;
  /** Sorted by name. Of several with the same name, which Base44's CLI refuses, only the first is included. */
  functions: BackendFunction[];
  /** Sorted by type. Of several with the same type, which Base44's CLI refuses, only the first is included. */
  connectors: BackendConnector[];
  /**
   * False if there may be more than is listed here: the config has plugins, whose functions are known only after they
   * are installed, or a file or folder cannot be read or is not valid.
   */
  isComplete: boolean;
}

/** An array, and whether everything that belongs in it could be read. */
export interface Found<Item> {
  items: Item[];
  isComplete: boolean;
}
