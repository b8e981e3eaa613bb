/** The start of the documentation: its pages by what readers want to do, or what a search has found. */
import { Layout } from '../parts/layout';
import { htmlOf } from '../render';
import { above, addressIn, hrefOf, type Site } from '../site';
import type { NamedPage } from '../site-page';
import { Contents, DocsSearch, pathOfDoc } from './contents';
import type { DocHit, DocName } from './doc';
import { docsWords } from './words';

/** The documentation, as the navigation names it. */
export const docsInNavigation: NamedPage = {
  path: '/docs',
  names: { de: docsWords.de.docs, en: docsWords.en.docs },
  group: 'developers',
};

interface DocsPageOptions {
  readonly site: Site;
  readonly docs: readonly DocName[];
  /** What was searched for; empty for nothing. */
  readonly words: string;
  /** Null if nothing was searched for. */
  readonly hits: readonly DocHit[] | null;
}

const Hits = ({ site, hits }: { site: Site; hits: readonly DocHit[] }) => (
  <ol class="docs-hits" lang="en">
    {hits.map(({ doc, anchor, title, excerpt }) => (
      <li>
        <a href={`${hrefOf(site, pathOfDoc(doc.name))}#${anchor}`}>{title}</a>
        {title !== doc.title && <span class="class"> {doc.title}</span>}
        <p>{excerpt}</p>
      </li>
    ))}
  </ol>
);

export const docsPage = ({ site, docs, words, hits }: DocsPageOptions): string => {
  const say = docsWords[site.language];
  return htmlOf(
    <Layout
      site={site}
      title={`${words === '' ? '' : `${words} – `}${say.docs}`}
      description={say.lead}
      canonical={addressIn(site, null)}
      above={above(site, null)}
    >
      <h1 id="title">{say.docs}</h1>
      {say.language !== null && <p>{say.language}</p>}
      <DocsSearch site={site} words={words} />
      {hits && <p role="status">{say.found(hits.length, words)}</p>}
      {hits && <Hits site={site} hits={hits} />}
      <nav class="docs-contents" aria-label={say.all}>
        <Contents site={site} docs={docs} />
      </nav>
    </Layout>,
  );
};
