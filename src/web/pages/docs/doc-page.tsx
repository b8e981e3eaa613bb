/** A page of the documentation, with its contents and a search over all. */
import { Layout } from '../parts/layout';
import { htmlOf } from '../render';
import { above, addressIn, type Site } from '../site';
import { DocsSearch } from './contents';
import type { Doc } from './doc';
import { docsWords } from './words';

interface DocPageOptions {
  readonly site: Site;
  readonly doc: Doc;
}

/** Deeper headings would make the contents longer than the page. */
const deepest = 2;

export const docPage = ({ site, doc }: DocPageOptions): string => {
  const say = docsWords[site.language];
  const sections = doc.sections.filter(({ level }) => level > 1 && level <= deepest);
  return htmlOf(
    <Layout
      site={site}
      title={`${doc.title} – ${say.docs}`}
      description={`${doc.title}: ${say.lead}`}
      canonical={addressIn(site, null)}
      above={[...above(site, null), { path: '/docs', name: say.docs }]}
    >
      <DocsSearch site={site} words="" />
      <div class="docs-page">
        {sections.length > 1 && (
          <details class="docs-toc">
            <summary>{say.contents}</summary>
            <ul lang="en">
              {sections.map(({ id, title }) => (
                <li>
                  <a href={`#${id}`}>{title}</a>
                </li>
              ))}
            </ul>
          </details>
        )}
        <article class="docs-text" lang="en" dangerouslySetInnerHTML={{ __html: doc.html }} />
      </div>
    </Layout>,
  );
};
