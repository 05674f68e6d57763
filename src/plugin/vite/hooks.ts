import { BuildRun } from "../build-run.js";
import { openSession } from "../open-session.js";
import type { PluginOptions } from "../options.js";
import { DevServer } from "./dev-server.js";
import type { HotUpdate, HotUpdateContext, TransformContext, ViteConfig, ViteServer } from "./model.js";

/** Returns the hooks for Vite: those at the beginning and end of a build, and those of the dev server. */
export function viteHooks(options: PluginOptions) {
  const build = new BuildRun(options);
  let config: ViteConfig | undefined;
  let dev: DevServer | undefined;
  let configFile: string | undefined;
  return {
    configResolved(resolved: ViteConfig): void {
      config = resolved;
    },

    async configureServer(server: ViteServer): Promise<void> {
      if (!config) return;
      const { root, logger } = config;
      const session = await openSession(options, root);
      configFile = session.configFile;
      dev = new DevServer({ server, logger, session, isWatching: config.server.watch !== null });
      await dev.start();
    },

    async buildStart(): Promise<void> {
      if (config?.command !== "build") return;
      const { root, logger } = config;
      const info = (text: string) => logger.info(`b44-gen ${text}`);
      const isWatching = Boolean(config.build.watch);
      await build.start({ root, isWatching, log: (text) => logger.warn(text), info });
    },

    async transform(this: TransformContext, code: string, id: string): Promise<undefined> {
      const file = id.replace(/\?.*$/, "");
      if (!configFile || !/\.[cm]?[jt]sx?$/.test(file) || file.includes("/node_modules/")) return undefined;
      const { importError } = await import("./import-error.js");
      const resolve = async (source: string) =>
        (await this.resolve(source, id, { skipSelf: true }))?.id.replace(/\?.*$/, "");
      const error = await importError({ configFile, code, file, resolve }, dev?.diagnostics ?? []);
      if (error) throw error;
      return undefined;
    },

    /**
     * Checks the importers of a changed generated file again, because it may no longer have the names that they import.
     */
    async hotUpdate(this: HotUpdateContext, { file, modules }: HotUpdate): Promise<void> {
      if (!configFile || modules.length === 0) return;
      const { isGenerated } = await import("./missing-import.js");
      if (!(await isGenerated(configFile, file))) return;
      const importers = new Set(modules.flatMap((module) => [...module.importers]));
      for (const importer of importers) this.environment.moduleGraph.invalidateModule(importer);
    },

    /** The dev server closes. */
    async buildEnd(): Promise<void> {
      if (config?.command === "serve") await dev?.close();
    },

    /** A build that watches ends. */
    async closeWatcher(): Promise<void> {
      await build.close();
    },
  };
}
