/** What is shown of a site that has all or a part of what is required. */
export const siteFragment = /* GraphQL */ `
  fragment Site on CoveredInstitution {
    institution {
      __typename
      slug
      iri
      name
      names {
        language
      }
      stateLabel
      homepage
    }
    meets {
      ...Verdict
    }
    lacks {
      ...Verdict
    }
    unknown {
      ...Verdict
    }
    contacts {
      contact {
        __typename
        iri
        name
        names {
          language
        }
        email
        homepage
      }
      of {
        __typename
        iri
        name
        names {
          language
        }
      }
    }
  }

  fragment Verdict on CoverageAnswer {
    reason
    requirement {
      kind
      values {
        value
        label
      }
    }
  }
`;
