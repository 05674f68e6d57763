/**
 * What the plugin uses of Vite, the same in Vite 6, 7 and 8. Vite's own types are not needed, so that neither Vite nor
 * one version of it has to be installed.
 */

/** Vite's `ResolvedConfig`, in part. */
export interface ViteConfig {
  root: string;
  command: "build" | "serve";
  logger: ViteLogger;
  build: { watch: unknown };
  server: { watch?: unknown };
}

/** Vite's `Logger`, in part. */
export interface ViteLogger {
  info(text: string, options?: { timestamp?: boolean }): void;
  warn(text: string, options?: { timestamp?: boolean }): void;
  error(text: string, options?: { timestamp?: boolean }): void;
}

/** Vite's `ViteDevServer`, in part. */
export interface ViteServer {
  ws: {
    clients: { readonly size: number };
    send(payload: ErrorPayload | UpdatePayload): void;
    on(event: "connection", listener: (socket: { send(data: string): void }) => void): void;
  };
}

/** The context of Vite's `hotUpdate` hook, in part. */
export interface HotUpdateContext {
  environment: { moduleGraph: { invalidateModule(module: ModuleNode): void } };
}

/** Vite's `HotUpdateOptions`, in part. */
export interface HotUpdate {
  /** Absolute, with forward slashes. */
  file: string;
  modules: ModuleNode[];
}

/** Vite's `EnvironmentModuleNode`, in part. */
interface ModuleNode {
  importers: Set<ModuleNode>;
}

/** What makes Vite's client show its overlay. */
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

/** Without updates in it, it takes the overlay away and does nothing else. */
interface UpdatePayload {
  type: "update";
  updates: [];
}

/** The context of Vite's `transform` hook, in part. */
export interface TransformContext {
  resolve(source: string, importer: string, options: { skipSelf: boolean }): Promise<{ id: string } | null>;
}
