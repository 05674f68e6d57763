/**
 * The part of Vite that the plugin uses, which is the same in Vite 6, 7 and 8. Vite's own types are not imported, so
 * that no particular version of Vite has to be installed.
 */

/** The used part of Vite's `ResolvedConfig`. */
export interface ViteConfig {
  root: string;
  command: "build" | "serve";
  logger: ViteLogger;
  build: { watch: unknown };
  server: { watch?: unknown };
}

/** The used part of Vite's `Logger`. */
export interface ViteLogger {
  info(text: string, options?: { timestamp?: boolean }): void;
  warn(text: string, options?: { timestamp?: boolean }): void;
  error(text: string, options?: { timestamp?: boolean }): void;
}

/** The used part of Vite's `ViteDevServer`. */
export interface ViteServer {
  ws: {
    clients: { readonly size: number };
    send(payload: ErrorPayload | UpdatePayload): void;
    on(event: "connection", listener: (socket: { send(data: string): void }) => void): void;
  };
}

/** The used part of the context of Vite's `hotUpdate` hook. */
export interface HotUpdateContext {
  environment: { moduleGraph: { invalidateModule(module: ModuleNode): void } };
}

/** The used part of Vite's `HotUpdateOptions`. */
export interface HotUpdate {
  /** Absolute, with forward slashes. */
  file: string;
  modules: ModuleNode[];
}

/** The used part of Vite's `EnvironmentModuleNode`. */
interface ModuleNode {
  importers: Set<ModuleNode>;
}

/** The message that makes Vite's client show its overlay. */
export interface ErrorPayload {
  type: "error";
  err: {
    message: string;
    stack: string;
    id?: string;
    frame?: string;
    plugin: string;
    loc?: { file: string; line: number; column: number };
  };
}

/** Without updates, this message only removes the overlay. */
interface UpdatePayload {
  type: "update";
  updates: [];
}

/** The used part of the context of Vite's `transform` hook. */
export interface TransformContext {
  resolve(source: string, importer: string, options: { skipSelf: boolean }): Promise<{ id: string } | null>;
}
