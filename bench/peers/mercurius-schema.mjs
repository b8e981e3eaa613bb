/** The part of our schema that the queries of the benchmark ask for, in the same names. */
export const schema = `
  type Query {
    institutions(first: Int = 20): InstitutionConnection!
    infrastructures(first: Int = 20): InfrastructureConnection!
    datasets(first: Int = 20, after: String, filter: DatasetFilter, orderBy: [DatasetOrder!], search: String): DatasetConnection!
    dataset(id: ID!): Dataset
  }

  input DatasetFilter { kind: DatasetKindFilter numberOfRecords: IntFilter }
  input DatasetKindFilter { eq: DatasetKind }
  input IntFilter { gte: Int }
  input DatasetOrder { field: DatasetOrderField! direction: OrderDirection! = ASC }

  type Institution {
    id: ID!
    slug: String!
    name: String!
    city: String
    participations(first: Int = 20): ParticipationConnection!
  }

  type Infrastructure {
    id: ID!
    slug: String!
    name: String!
    acronym: String
    participations(first: Int = 20): ParticipationConnection!
    datasets(first: Int = 20): DatasetConnection!
  }

  type Participation {
    role: ParticipationRole!
    institution: Institution!
    infrastructure: Infrastructure!
  }

  type Dataset {
    id: ID!
    slug: String!
    name: String!
    description: String
    kind: DatasetKind!
    accessRights: AccessRights
    issuedOn: String
    numberOfRecords: Int
    keywords: [String!]!
    infrastructures(first: Int = 20): InfrastructureConnection!
    institutions(first: Int = 20): InstitutionConnection!
  }

  type InstitutionConnection { nodes: [Institution!]! }
  type InfrastructureConnection { nodes: [Infrastructure!]! }
  type ParticipationConnection { nodes: [Participation!]! }
  type DatasetConnection {
    nodes: [Dataset!]!
    pageInfo: PageInfo!
    totalCount: Int!
    facets(by: [DatasetFacet!]!, excludeOwnFilter: Boolean = false): [Facet!]!
  }
  type PageInfo { hasNextPage: Boolean! }
  type Facet { buckets: [FacetBucket!]! }
  type FacetBucket { value: String! count: Int! }

  enum DatasetOrderField { ISSUED_ON NUMBER_OF_RECORDS }
  enum OrderDirection { ASC DESC }
  enum DatasetFacet { ACCESS_RIGHTS KIND }
  enum ParticipationRole { COORDINATES CO_LEADS HOSTS_CENTRE LEADS PARTICIPATES SUPPLIES_DATA }
  enum AccessRights { NON_PUBLIC PUBLIC RESTRICTED }
  enum DatasetKind {
    CLINICAL_TRIAL COHORT COLLECTION DATA_STANDARD IMAGE_COLLECTION OPEN_DATA PLATFORM_DATA REFERENCE_DATA REGISTRY SURVEY
  }
`;
