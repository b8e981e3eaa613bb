/** Where links of the documentation lead on the site: its files stand in a repository, the pages at addresses of the gateway. */

/** What links are resolved against. */
export interface LinkTargets {
  /** Path prefix of the gateway. */
  readonly publicPath: string;
  /** The names of the pages that there are. */
  readonly pages: ReadonlySet<string>;
}

/** The path of all pages of the documentation. */
export const docsPath = '/docs';

/** Files outside of `docs/` that are pages, too. */
export const outerPages: Readonly<Record<string, string>> = {
  '../README.md': 'readme',
  '../CHANGELOG.md': 'changelog',
  '../seeds/README.md': 'seeds',
};

/** The address on the site; null for a file that the site does not show. */
export function siteAddress(href: string, { publicPath, pages }: LinkTargets): string | null {
  if (/^[a-z][a-z\d+.-]*:/i.test(href) || href.startsWith('#')) return href;
  const [path = '', fragment] = href.split('#');
  const anchor = fragment === undefined ? '' : `#${fragment}`;
  const example = /^(?:\.\.\/)?schema\/examples\/([\w-]+)\.graphql$/.exec(path)?.[1];
  if (example !== undefined) return `${publicPath}/graphql?example=${example}`;
  if (/^(?:\.\.\/)?schema\/schema\.graphql$/.test(path)) return `${publicPath}/schema.graphql`;
  const image = /^(?:docs\/)?(images\/[\w.-]+)$/.exec(path)?.[1];
  if (image !== undefined) return `${publicPath}${docsPath}/${image}`;
  const name = pageName(path);
  return name !== null && pages.has(name) ? `${publicPath}${docsPath}/${name}${anchor}` : null;
}

/** The name of the page of a file, seen from `docs/` or, as the README does, from the folder above. */
function pageName(path: string): string | null {
  const outer = outerPages[path] ?? outerPages[`../${path}`];
  return outer ?? /^(?:docs\/)?([\w-]+)\.md$/.exec(path)?.[1] ?? null;
}
