/** The page of a link: what it connects, in which role, when, and who says so. */
import type { Description } from '../../resource/description';
import { labelOfField } from '../../resource/labels';
import type { LinkAnswer } from './answered';
import { AsData } from './parts/as-data';
import { Facts, factsOf, shows, type Fact } from './parts/facts';
import { Layout } from './parts/layout';
import { classOf } from './parts/links';
import { OtherEvidence } from './parts/other-evidence';
import { Mention } from './parts/texts';
import { above, namesIn, wordsOf, type Site } from './site';

interface LinkPageOptions {
  site: Site;
  description: Description;
  link: LinkAnswer;
  query: string;
  variables: object;
  structured: object | null;
}

/** The ends of a link, under the names that its type has for them. */
const endsOf = (site: Site, { ends }: Description, link: LinkAnswer): Fact[] =>
  ends.map((end) => ({
    name: end.name,
    label: labelOfField({ name: end.name })[site.language],
    value: (
      <>
        <Mention site={site} of={link[end.side]} /> <span class="class">{classOf(site, link[end.side])}</span>
      </>
    ),
  }));

export function LinkPage({ site, description, link, query, variables, structured }: LinkPageOptions) {
  const words = wordsOf(site);
  const { one } = namesIn(site, description);
  const title = `${link.from.name} – ${link.to.name}`;
  const { roleLabel } = link;
  const whole = typeof roleLabel === 'string' ? `${title} (${roleLabel})` : title;
  const facts = [...endsOf(site, description, link), ...factsOf(site, description, link)];
  return (
    <Layout
      site={site}
      title={`${one}: ${whole}`}
      description={words.linkLead(one, whole)}
      canonical={`${site.publicUrl}${site.path}`}
      structured={structured}
      above={above(site, description)}
    >
      <p class="class">{one}</p>
      <h1>
        <Mention site={site} of={link.from} /> – <Mention site={site} of={link.to} />
      </h1>
      <section aria-labelledby="facts">
        <h2 id="facts">{words.facts}</h2>
        <Facts site={site} facts={facts} evidence={link.evidence} disputed={[]} />
      </section>
      <OtherEvidence
        site={site}
        description={description}
        evidence={link.evidence.filter(({ property }) => !facts.some((fact) => shows(fact, property)))}
      />
      <AsData site={site} title={words.forms} query={query} variables={variables} />
    </Layout>
  );
}
