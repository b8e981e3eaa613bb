/** The page of a controlled vocabulary: its concepts with their labels and meanings, and where they are used. */
import type { Attribute, Description } from '../../resource/description';
import { labelOfField } from '../../resource/labels';
import {
  conceptsOf,
  vocabularyPath,
  type CodedConcept,
  type ConceptScheme,
} from '../../vocabulary/concept-scheme';
import { narrowedBy } from './documents/narrowing';
import { aboutConcept, aboutScheme, titleOfScheme } from '../../vocabulary/meanings';
import { Meaning } from './parts/meaning';
import { AsData } from './parts/as-data';
import { Layout } from './parts/layout';
import { Outside } from './parts/texts';
import { above, hrefOf, namesIn, wordsOf, type Site } from './site';
import { vocabulariesWords } from './vocabularies/words';

interface VocabularyPageOptions {
  site: Site;
  scheme: ConceptScheme;
  structured: object | null;
}

/** The vocabulary as clients of GraphQL know it: an enum, whose descriptions have the labels. */
const vocabularyQuery =
  'query Vocabulary($name: String!) {\n  __type(name: $name) {\n    name\n    description\n    enumValues {\n      name\n      description\n    }\n  }\n}';

/** A field whose values are of the vocabulary. */
interface Use {
  readonly description: Description;
  readonly attribute: Attribute;
}

const usesOf = ({ registry }: Site, scheme: ConceptScheme): Use[] =>
  registry.all.flatMap((description) =>
    description.attributes
      .filter((attribute) => attribute.scheme === scheme)
      .map((attribute) => ({ description, attribute })),
  );

/** The lists of records that have a code, where lists can be narrowed by it. */
const Lists = ({ site, uses, code }: { site: Site; uses: readonly Use[]; code: string }) => {
  const narrowing = uses.filter(({ description, attribute }) => narrowedBy(description).includes(attribute));
  return (
    <>
      {narrowing.map(({ description, attribute }, index) => (
        <>
          {index > 0 && ' · '}
          <a href={hrefOf(site, `/${description.path}`, [[attribute.name, code]])}>
            {namesIn(site, description).many}
            <span class="unseen">
              : {labelOfField(attribute)[site.language]} {code}
            </span>
          </a>
        </>
      ))}
    </>
  );
};

interface ConceptOptions {
  site: Site;
  scheme: ConceptScheme;
  uses: readonly Use[];
  of: CodedConcept;
}

const Concept = ({ site, scheme, uses, of }: ConceptOptions) => {
  const { code, concept } = of;
  const isPublic = concept.iri !== undefined;
  const words = wordsOf(site);
  return (
    <tr id={code}>
      <th scope="row">
        {isPublic ? <Outside href={of.iri}>{concept[site.language]}</Outside> : concept[site.language]}
      </th>
      <td data-label={words.code}>
        <code>{code}</code>
      </td>
      <td data-label={words.meaning}>
        <Meaning site={site} of={aboutConcept(scheme, code)} />
      </td>
      <td data-label={words.records}>
        <Lists site={site} uses={uses} code={code} />
      </td>
    </tr>
  );
};

const UsedIn = ({ site, uses }: { site: Site; uses: readonly Use[] }) => (
  <section aria-labelledby="uses">
    <h2 id="uses">{wordsOf(site).usedIn}</h2>
    <ul>
      {uses.map(({ description, attribute }) => (
        <li>
          <a href={hrefOf(site, `/${description.path}`)}>{namesIn(site, description).many}</a>:{' '}
          {labelOfField(attribute)[site.language]}
        </li>
      ))}
    </ul>
  </section>
);

export function VocabularyPage({ site, scheme, structured }: VocabularyPageOptions) {
  const words = wordsOf(site);
  const iri = site.publicUrl + site.path;
  const uses = usesOf(site, scheme);
  const title = titleOfScheme(scheme)[site.language];
  const about = aboutScheme(scheme);
  return (
    <Layout
      site={site}
      title={`${title} – ${words.vocabulary}`}
      description={about[site.language] ?? about.en}
      canonical={iri}
      structured={structured}
      above={[
        ...above(site, null),
        { path: `/${vocabularyPath}`, name: vocabulariesWords[site.language].title },
      ]}
    >
      <p class="class">{words.vocabulary}</p>
      <h1 id="title">{title}</h1>
      <p>
        <Meaning site={site} of={about} /> {words.inGraphQL} <code>{scheme.name}</code>
      </p>
      <div class="wide cards" role="region" aria-labelledby="title" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.concept}</th>
              <th scope="col">{words.code}</th>
              <th scope="col">{words.meaning}</th>
              <th scope="col">{words.records}</th>
            </tr>
          </thead>
          <tbody>
            {conceptsOf(scheme, iri).map((of) => (
              <Concept site={site} scheme={scheme} uses={uses} of={of} />
            ))}
          </tbody>
        </table>
      </div>
      {uses.length > 0 && <UsedIn site={site} uses={uses} />}
      <AsData
        site={site}
        title={words.vocabularyForms}
        query={vocabularyQuery}
        variables={{ name: scheme.name }}
      />
    </Layout>
  );
}
