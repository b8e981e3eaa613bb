/** The query for the list of all records of a class. */
import { fieldOfList } from '../../graphql/query-type';
import { largestPageSize } from '../../query/page';
import type { Description } from '../../resource/description';
import { fieldsOf, withIri } from './node-query';
import { variablesOf } from './page-arguments';
import { endOf, type Answered, type PageInfo, type SubjectQuery } from './subject-query';

interface List extends Answered {
  readonly pageInfo: PageInfo;
  readonly nodes: readonly Answered[];
}

export function listQuery(description: Description): SubjectQuery {
  const isResource = description.kind === 'resource';
  const fields = isResource ? 'iri slug name description modifiedAt' : fieldsOf(description);
  const name = fieldOfList(description);
  const query = `query Records($first: Int = ${largestPageSize}, $after: String) {
  ${name}(first: $first, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes { __typename ${fields} }
  }
}`;
  return {
    paramsOf: ({ page }) => ({ query, variables: variablesOf(page) }),
    pageIn: (data, publicUrl) => {
      const list = data[name] as List;
      const nodes = isResource ? list.nodes : list.nodes.map((node) => withIri(node, publicUrl));
      return { data: { [name]: { ...list, nodes } }, endCursor: endOf(list.pageInfo) };
    },
  };
}
