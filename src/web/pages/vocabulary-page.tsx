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

const Concept = ({ site, uses, of }: { site: Site; uses: readonly Use[]; of: CodedConcept }) => {
  const { code, concept } = of;
  const isPublic = concept.iri !== undefined;
  return (
    <tr id={code}>
      <th scope="row">
        {isPublic ? <Outside href={of.iri}>{concept[site.language]}</Outside> : concept[site.language]}
      </th>
      <td>
        <code>{code}</code>
      </td>
      <td lang="en">{concept.about}</td>
      <td>
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
  return (
    <Layout
      site={site}
      title={`${scheme.name} – ${words.vocabulary}`}
      description={scheme.about}
      canonical={iri}
      structured={structured}
      above={[
        ...above(site, null),
        { path: `/${vocabularyPath}`, name: vocabulariesWords[site.language].title },
      ]}
    >
      <p class="class">{words.vocabulary}</p>
      <h1 id="title">{scheme.name}</h1>
      <p lang="en">{scheme.about}</p>
      <div class="wide" role="region" aria-labelledby="title" tabIndex={0}>
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
              <Concept site={site} uses={uses} of={of} />
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
