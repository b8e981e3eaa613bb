/** The top of every page: the name of the site, the search, and the navigation. It needs no script. */
import type { ComponentChildren } from 'preact';
import { languages, type LanguageTag } from '../../../resource/text';
import { hrefIn, hrefOf, namesIn, wordsOf, type Site } from '../site';
import type { PageGroup } from '../site-page';
import { SearchInput } from './search-input';

const languageNames: Readonly<Record<LanguageTag, string>> = { de: 'Deutsch', en: 'English' };

interface Entry {
  readonly path: string;
  readonly name: string;
}

const Entries = ({ site, entries }: { site: Site; entries: readonly Entry[] }) => (
  <ul>
    {entries.map(({ path, name }) => (
      <li>
        <a href={hrefOf(site, path)} aria-current={path === site.path ? 'page' : undefined}>
          {name}
        </a>
      </li>
    ))}
  </ul>
);

/** A group of pages, which the reader opens; one at a time. */
const Menu = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <details class="menu" name="menu">
    <summary>{name}</summary>
    <div class="panel">{children}</div>
  </details>
);

/** The pages of a group, in the order of the navigation. */
const pagesOf = (site: Site, group: PageGroup): Entry[] =>
  site.pages
    .filter((page) => page.group === group)
    .map(({ path, names }) => ({ path, name: names[site.language] }));

const listsOf = (site: Site): Entry[] =>
  [...site.registry.resources, site.registry.source].map((description) => ({
    path: `/${description.path}`,
    name: namesIn(site, description).many,
  }));

/** What the gateway offers to programs, in which no language is chosen. */
const Interfaces = ({ site }: { site: Site }) => (
  <ul>
    <li>
      <a href={hrefOf(site, '/graphql')}>GraphiQL</a>
    </li>
    <li>
      <a href={`${site.publicPath}/schema.graphql`}>{wordsOf(site).schema}</a>
    </li>
    <li>
      <a href={`${site.publicPath}/fdp`}>FAIR Data Point</a>
    </li>
  </ul>
);

/** Pages that have a search field of their own need no second one. */
const hasSearch = ({ path, pages }: Site): boolean =>
  pages.some(({ group }) => group === 'search') &&
  !pages.some((page) => page.path === path && ['front', 'search'].includes(page.group));

const Search = ({ site }: { site: Site }) => (
  <form class="find" role="search" method="get" action={`${site.publicPath}/search`}>
    <SearchInput site={site} id="find" label={wordsOf(site).search} />
    {site.isLanguageNamed && <input type="hidden" name="lang" value={site.language} />}
  </form>
);

export function Bar({ site }: { site: Site }) {
  const words = wordsOf(site);
  const browsed = pagesOf(site, 'browse');
  const pictures = pagesOf(site, 'pictures');
  return (
    <header class="bar">
      <div>
        <a
          class="brand"
          href={hrefOf(site, '/')}
          lang="en"
          aria-current={site.path === '/' ? 'page' : undefined}
        >
          NUM <span>data-space gateway</span>
        </a>
        {hasSearch(site) && <Search site={site} />}
        <nav aria-label={words.navigation}>
          <Menu name={words.browse}>
            <Entries site={site} entries={[...browsed, ...listsOf(site)]} />
          </Menu>
          {pictures.length > 0 && (
            <Menu name={words.pictures}>
              <Entries site={site} entries={pictures} />
            </Menu>
          )}
          <Menu name={words.forDevelopers}>
            <Entries site={site} entries={pagesOf(site, 'developers')} />
            <Interfaces site={site} />
          </Menu>
          {languages
            .filter((language) => language !== site.language)
            .map((language) => (
              <a href={hrefIn(site, language)} lang={language} hreflang={language}>
                {languageNames[language]}
              </a>
            ))}
        </nav>
      </div>
    </header>
  );
}
