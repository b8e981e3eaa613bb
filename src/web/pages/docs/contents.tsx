/** The table of contents of the documentation, by what readers want to do. */
import { hrefOf, type Site } from '../site';
import type { DocName } from './doc';
import { docsWords, type DocsGroup } from './words';

/** The pages of each group in reading order; pages that are in none of them follow in the last one. */
const groups: Readonly<Record<DocsGroup, readonly string[]>> = {
  use: [
    'readme',
    'query-cookbook',
    'search',
    'filters',
    'counting',
    'graph-questions',
    'coverage',
    'time',
    'tables',
    'record-addresses',
    'fair',
  ],
  data: ['data-dictionary', 'knowledge', 'policy-statements', 'glossary', 'seeds'],
  operate: [
    'operate',
    'configuration',
    'limits',
    'harvest',
    'doctor',
    'linking',
    'federate',
    'scale',
    'upgrade',
  ],
  develop: [],
};

/** The pages by group. */
function grouped(docs: readonly DocName[]): (readonly [DocsGroup, readonly DocName[]])[] {
  const listed = new Set(Object.values(groups).flat());
  const others = docs.filter(({ name }) => !listed.has(name));
  const byName = new Map(docs.map((doc) => [doc.name, doc]));
  return (Object.keys(groups) as DocsGroup[]).map((group) => [
    group,
    [...groups[group].flatMap((name) => byName.get(name) ?? []), ...(group === 'develop' ? others : [])],
  ]);
}

export const pathOfDoc = (name: string): string => `/docs/${name}`;

export const Contents = ({ site, docs }: { site: Site; docs: readonly DocName[] }) => (
  <>
    {grouped(docs)
      .filter(([, inGroup]) => inGroup.length > 0)
      .map(([group, inGroup]) => (
        <section>
          <h2>{docsWords[site.language].groups[group]}</h2>
          <ul lang="en">
            {inGroup.map(({ name, title }) => (
              <li>
                <a href={hrefOf(site, pathOfDoc(name))}>{title}</a>
              </li>
            ))}
          </ul>
        </section>
      ))}
  </>
);

/** The search over the documentation. */
export const DocsSearch = ({ site, words }: { site: Site; words: string }) => {
  const say = docsWords[site.language];
  return (
    <form
      class="docs-search"
      role="search"
      aria-label={say.search}
      method="get"
      action={`${site.publicPath}/docs`}
    >
      <input type="search" name="q" value={words} aria-label={say.search} placeholder={say.search} />
      {site.isLanguageNamed && <input type="hidden" name="lang" value={site.language} />}
      <button type="submit">{say.find}</button>
    </form>
  );
};
