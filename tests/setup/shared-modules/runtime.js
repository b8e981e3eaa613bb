/**
 * Loads the modules of `src` and of packages once in a worker, for all of its test files: jest's own runtime evaluates all
 * of them anew for each. What stands in `tests` is loaded for each test file, as it may call `beforeAll` and the like.
 */
const { sep } = require('node:path');
const Runtime = require('jest-runtime').default;

/** Loads what is shared; it is never torn down. @type {Runtime | undefined} */
let home;

class SharingRuntime extends Runtime {
  constructor(config, environment, resolver, transformer, cacheFS, ...rest) {
    super(config, environment, resolver, transformer, cacheFS, ...rest);
    if (!environment.sharesModules) return;
    home ??= new Runtime(config, environment, resolver, transformer, new Map(), ...rest);
    // Stacks lead through both.
    this.transformCache.sourceMaps = home.getSourceMaps();
    const own = `${config.rootDir}${sep}`;
    const isShared = (path) =>
      path.startsWith(`${own}src${sep}`) || path.includes(`${sep}node_modules${sep}`);
    this.sharedPath = (from, name) => {
      if (name && this._resolution.isCoreModule(name)) return null;
      const path = this._resolution.resolveCjs(from, name);
      return isShared(path) ? path : null;
    };
  }

  requireModule(from, name, options, isRequireActual) {
    const path = this.sharedPath && !options?.isInternalModule ? this.sharedPath(from, name) : null;
    return path
      ? home.requireModule(path, undefined, options, isRequireActual)
      : super.requireModule(from, name, options, isRequireActual);
  }
}

module.exports = { __esModule: true, default: SharingRuntime };
