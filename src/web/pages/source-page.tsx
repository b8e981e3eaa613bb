/** The page of a source: what it is, where it is published, and where to find what rests on it. */
import type { Description } from '../../resource/description';
import type { Answered } from './answered';
import { AsData } from './parts/as-data';
import { Facts, factsOf } from './parts/facts';
import { Layout } from './parts/layout';
import { above, hrefOf, namesIn, wordsOf, type Site } from './site';

interface SourcePageOptions {
  site: Site;
  description: Description;
  source: Answered;
  query: string;
  variables: object;
  structured: object | null;
}

export function SourcePage({ site, description, source, query, variables, structured }: SourcePageOptions) {
  const words = wordsOf(site);
  const { one } = namesIn(site, description);
  const title = String(source.title);
  return (
    <Layout
      site={site}
      title={`${title} – ${one}`}
      description={words.sourceLead(title)}
      canonical={`${site.publicUrl}${site.path}`}
      structured={structured}
      above={above(site, description)}
    >
      <p class="class">{one}</p>
      <h1>{title}</h1>
      <section aria-labelledby="facts">
        <h2 id="facts">{words.facts}</h2>
        <Facts site={site} facts={factsOf(site, description, source)} evidence={[]} disputed={[]} />
      </section>
      <section aria-labelledby="citing">
        <h2 id="citing">{words.citing}</h2>
        <ul class="columns">
          {[...site.registry.resources, ...site.registry.links].map((each) => (
            <li>
              <a href={hrefOf(site, `/${each.path}`, [['citedFrom', String(source.slug)]])}>
                {namesIn(site, each).many}
              </a>
            </li>
          ))}
        </ul>
      </section>
      <AsData site={site} title={words.forms} query={query} variables={variables} />
    </Layout>
  );
}
