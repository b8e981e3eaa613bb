/** The queries in the words of PostGraphile's schema, and how its answers are read in the words of ours. */
const { Buffer } = globalThis;

const keyOf = (id) => Buffer.from(id, 'base64url').toString();
const globalId = (key) => Buffer.from(key).toString('base64url');

const participations = ({ nodes }, read) => ({
  nodes: nodes.map(({ role, ...ends }) => ({ role, ...read(ends) })),
});
const linked = ({ nodes }, field) => ({ nodes: nodes.map((link) => link[field]) });

/** What its cursors of lists in the order of their primary key begin with: a digest of the order. */
const orderOfKeys = 'f3e41bb7ad';

/** Its cursor of the place that one of ours names. */
const ownCursor = (cursor) => {
  const [, key] = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  return Buffer.from(JSON.stringify([orderOfKeys, key])).toString('base64');
};

/** By the name of the query. */
export const postgraphileQueries = {
  Sites: {
    document: `query Sites {
      allInstitutions(first: 100) {
        nodes {
          slug
          name
          city
          participationsByInstitutionId(first: 100) {
            nodes { role infrastructureByInfrastructureId { slug name acronym } }
          }
        }
      }
    }`,
    read: ({ allInstitutions: { nodes } }) => ({
      institutions: {
        nodes: nodes.map(({ participationsByInstitutionId: links, ...site }) => ({
          ...site,
          participations: participations(links, ({ infrastructureByInfrastructureId: infrastructure }) => ({
            infrastructure,
          })),
        })),
      },
    }),
  },
  Network: {
    document: `query Network {
      allInfrastructures(first: 100) {
        nodes {
          slug
          name
          participationsByInfrastructureId(first: 100) {
            nodes {
              role
              institutionByInstitutionId {
                slug
                name
                participationsByInstitutionId(first: 100) {
                  nodes { role infrastructureByInfrastructureId { slug acronym } }
                }
              }
            }
          }
        }
      }
    }`,
    read: ({ allInfrastructures: { nodes } }) => ({
      infrastructures: {
        nodes: nodes.map(({ participationsByInfrastructureId: links, ...infrastructure }) => ({
          ...infrastructure,
          participations: participations(
            links,
            ({ institutionByInstitutionId: { participationsByInstitutionId: others, ...site } }) => ({
              institution: {
                ...site,
                participations: participations(others, (ends) => ({
                  infrastructure: ends.infrastructureByInfrastructureId,
                })),
              },
            }),
          ),
        })),
      },
    }),
  },
  Page: {
    document: `query Page($after: Cursor) {
      allDatasets(first: 50, after: $after) {
        nodes {
          slug
          name
          kind
          issuedOn
          datasetInfrastructuresByDatasetId(first: 5) { nodes { infrastructureByInfrastructureId { slug acronym } } }
          datasetInstitutionsByDatasetId(first: 5) { nodes { institutionByInstitutionId { slug name } } }
        }
        pageInfo { hasNextPage }
      }
    }`,
    variables: ({ after }) => (after ? { after: ownCursor(after) } : {}),
    read: ({ allDatasets: { nodes, pageInfo } }) => ({
      datasets: {
        nodes: nodes.map(
          ({
            datasetInfrastructuresByDatasetId: infrastructures,
            datasetInstitutionsByDatasetId: institutions,
            ...dataset
          }) => ({
            ...dataset,
            infrastructures: linked(infrastructures, 'infrastructureByInfrastructureId'),
            institutions: linked(institutions, 'institutionByInstitutionId'),
          }),
        ),
        pageInfo,
      },
    }),
  },
  One: {
    document: `query One($key: String!) {
      datasetByRowId(rowId: $key) { rowId slug name description kind accessRights issuedOn numberOfRecords keywords }
    }`,
    variables: ({ id }) => ({ key: keyOf(id) }),
    read: ({ datasetByRowId: { rowId, ...dataset } }) => ({ dataset: { id: globalId(rowId), ...dataset } }),
  },
  TopFive: {
    document: `query TopFive {
      allInfrastructures(first: 100) {
        nodes {
          slug
          acronym
          datasetInfrastructuresByInfrastructureId(first: 5) { nodes { datasetByDatasetId { slug name issuedOn } } }
        }
      }
    }`,
    read: ({ allInfrastructures: { nodes } }) => ({
      infrastructures: {
        nodes: nodes.map(({ datasetInfrastructuresByInfrastructureId: datasets, ...infrastructure }) => ({
          ...infrastructure,
          datasets: linked(datasets, 'datasetByDatasetId'),
        })),
      },
    }),
  },
  Facets: {
    document: `query Facets($kind: String!) {
      allDatasets(first: 20, condition: { kind: $kind }) { totalCount nodes { slug name accessRights } }
      datasetFacets(kindIs: $kind) { nodes { by value count } }
    }`,
    read: ({ allDatasets, datasetFacets: { nodes } }) => ({
      datasets: {
        ...allDatasets,
        facets: ['ACCESS_RIGHTS', 'KIND'].map((facet) => ({
          buckets: nodes.filter(({ by }) => by === facet).map(({ value, count }) => ({ value, count })),
        })),
      },
    }),
  },
  Narrowed: {
    document: `query Narrowed($kind: String!, $least: Int!, $field: String!, $descending: Boolean!) {
      narrowedDatasets(first: 20, kindIs: $kind, atLeast: $least, byField: $field, descending: $descending) {
        nodes { slug name kind issuedOn numberOfRecords }
      }
    }`,
    variables: ({ direction, ...others }) => ({ ...others, descending: direction === 'DESC' }),
    read: ({ narrowedDatasets: datasets }) => ({ datasets }),
  },
  Search: {
    document: `query Search($text: String!) {
      searchDatasets(first: 10, word: $text) { totalCount nodes { slug name kind accessRights } }
    }`,
    read: ({ searchDatasets: datasets }) => ({ datasets }),
  },
};

for (const query of Object.values(postgraphileQueries)) query.document = query.document.replace(/\s+/g, ' ');
