/** All links of one kind, as rows and columns. */
export interface LineRecord {
  readonly __typename: string;
  readonly iri: string;
  readonly name: string;
  readonly slug: string;
  readonly city?: string | null;
  readonly acronym?: string | null;
}

export interface CellLink {
  readonly id: string;
  readonly roleLabel?: string;
  readonly holding?: string;
}

export interface MatrixAnswer {
  readonly matrix: {
    readonly truncated: boolean;
    readonly rows: readonly LineRecord[];
    readonly columns: readonly LineRecord[];
    readonly cells: readonly {
      readonly row: { readonly iri: string };
      readonly column: { readonly iri: string };
      readonly links: readonly CellLink[];
    }[];
  } | null;
}

export const matrixQuery = /* GraphQL */ `
  query LinksAsAMatrix($link: LinkKind!, $asOf: Date, $day: Date!, $isOfDay: Boolean!) {
    matrix(link: $link, asOf: $asOf, first: 700) {
      truncated
      rows {
        ...Line
      }
      columns {
        ...Line
      }
      cells {
        row {
          iri
        }
        column {
          iri
        }
        links {
          id
          holding(on: $day) @include(if: $isOfDay)
          ... on Participation {
            roleLabel
          }
          ... on Usage {
            roleLabel
          }
          ... on Involvement {
            roleLabel
          }
        }
      }
    }
  }

  fragment Line on Resource {
    __typename
    iri
    name
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
`;
