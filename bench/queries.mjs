/** The seven questions that every server of the benchmark is asked, in the words of our own schema. */
import { createRequire } from 'node:module';

const { firstStudyName } = createRequire(import.meta.url)('./synthetic.cjs');
const { Buffer } = globalThis;

/** How many different datasets are asked for one by one. */
const differentDatasets = 100;

const globalId = (key) => Buffer.from(key).toString('base64url');

/** Datasets that are spread evenly over the catalogue; of the seeds alone, one. */
const someDatasets = (size) =>
  size === 0
    ? ['gecco']
    : Array.from({ length: differentDatasets }, (_, place) => {
        const number = 1 + Math.floor((place * size) / differentDatasets);
        return `synthetic-${number}`;
      });

/**
 * Each query has a name, which is that of its operation, a title for people, the document, and the variables of each request:
 * those of a list are asked with in turn.
 */
export const queries = [
  {
    name: 'Sites',
    title: 'sites → participations → infrastructure',
    document: `query Sites {
      institutions(first: 100) {
        nodes { slug name city participations(first: 100) { nodes { role infrastructure { slug name acronym } } } }
      }
    }`,
    variables: () => [{}],
  },
  {
    name: 'Network',
    title: 'infrastructures → participations → site → participations → infrastructure',
    document: `query Network {
      infrastructures(first: 100) {
        nodes {
          slug
          name
          participations(first: 100) {
            nodes {
              role
              institution {
                slug
                name
                participations(first: 100) { nodes { role infrastructure { slug acronym } } }
              }
            }
          }
        }
      }
    }`,
    variables: () => [{}],
  },
  {
    name: 'Page',
    title: 'a page of 50 datasets with two links each',
    document: `query Page($after: String) {
      datasets(first: 50, after: $after) {
        nodes {
          slug
          name
          kind
          issuedOn
          infrastructures(first: 5) { nodes { slug acronym } }
          institutions(first: 5) { nodes { slug name } }
        }
        pageInfo { hasNextPage }
      }
    }`,
    variables: () => [{}],
  },
  {
    name: 'One',
    title: 'one dataset by its id',
    document: `query One($id: ID!) {
      dataset(id: $id) { id slug name description kind accessRights issuedOn numberOfRecords keywords }
    }`,
    variables: (size) => someDatasets(size).map((slug) => ({ id: globalId(`datasets/${slug}`) })),
  },
  {
    name: 'TopFive',
    title: 'the first 5 datasets of each infrastructure',
    document: `query TopFive {
      infrastructures(first: 100) { nodes { slug acronym datasets(first: 5) { nodes { slug name issuedOn } } } }
    }`,
    variables: () => [{}],
  },
  {
    name: 'Facets',
    title: 'a filtered list with facets and total',
    document: `query Facets($kind: DatasetKind!) {
      datasets(first: 20, filter: { kind: { eq: $kind } }) {
        totalCount
        facets(by: [ACCESS_RIGHTS, KIND], excludeOwnFilter: true) { buckets { value count } }
        nodes { slug name accessRights }
      }
    }`,
    variables: () => [{ kind: 'REGISTRY' }],
  },
  {
    name: 'Search',
    title: 'a search',
    document: `query Search($text: String!) {
      datasets(first: 10, search: $text) { totalCount nodes { slug name kind accessRights } }
    }`,
    // A word of the seeds, or a study of which there are 20 datasets in every generated catalogue.
    variables: (size) => [{ text: size === 0 ? 'aktin' : firstStudyName }],
  },
].map(onOneLine);

/** Asked only within a stream, as its values seldom repeat: the first datasets of a kind and size, in one order or another. */
export const narrowed = onOneLine({
  name: 'Narrowed',
  title: 'a list by filters and orders that vary',
  document: `query Narrowed($kind: DatasetKind!, $least: Int!, $field: DatasetOrderField!, $direction: OrderDirection!) {
    datasets(
      first: 20
      filter: { kind: { eq: $kind }, numberOfRecords: { gte: $least } }
      orderBy: [{ field: $field, direction: $direction }]
    ) {
      nodes { slug name kind issuedOn numberOfRecords }
    }
  }`,
});

function onOneLine(query) {
  return { ...query, document: query.document.replace(/\s+/g, ' ') };
}
