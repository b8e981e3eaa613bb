/** Leads a browser to the query of a record or list in GraphiQL. https://www.w3.org/TR/cooluris/ */
import type { Representation, Written } from './representation';
import { targetOf, type QueryOf } from './subject-queries';

export function redirectToQuery(queryOf: QueryOf): Representation {
  return {
    name: 'html',
    extension: 'html',
    types: ['text/html'],
    of: ['record', 'list'],
    isProfiled: false,
    write: (asked): Written => {
      const { query, variables } = queryOf(asked.subject).paramsOf(targetOf(asked));
      const parameters = new URLSearchParams({ query, variables: JSON.stringify(variables) });
      const location = `${asked.publicPath}/graphql?${parameters.toString()}`;
      return { text: '', status: 303, headers: { Location: location } };
    },
  };
}
