/** What is shown of a record and of a link of a network. */
export const networkFragments = /* GraphQL */ `
  fragment Drawn on Resource {
    __typename
    id
    iri
    name
    names {
      language
    }
    slug
    ... on Institution {
      city
      acronym
    }
    ... on Infrastructure {
      acronym
    }
    ... on Project {
      acronym
    }
  }

  fragment Line on Link {
    id
    kind
    startsOn
    startsOnPrecision
    endsOn
    endsOnPrecision
    attestedFrom
    attestedUntil
    from {
      id
    }
    to {
      id
    }
    ... on Participation {
      roleLabel
    }
    ... on Involvement {
      roleLabel
    }
    ... on Usage {
      roleLabel
    }
    ... on Provision {
      roleLabel
    }
    ... on Relation {
      roleLabel
    }
  }
`;

/** Who says so. In large networks, it would cost more than one query may. */
export const evidenceFragment = /* GraphQL */ `
  fragment Sources on Link {
    evidence {
      quotation
      confidenceLabel
      citedFrom {
        slug
        title
        url
        publisher
      }
    }
  }
`;
