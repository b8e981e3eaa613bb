/** The queries of the map: its sites, and what marks them. */
import type { PageQuestion } from '../site-page';
import { choices } from '../choices/query';
import { requirementsIn, requiresOf, sitesOf } from '../coverage/parameters';
import { dataVersion } from '../parts/data-version';
import { mapParameters } from './parameters';
import { mapQuery } from './query';
import { rolesQuery } from './roles-query';
import { verdictsQuery } from './verdicts-query';

export function questions(parameters: URLSearchParams): PageQuestion[] {
  const { day, showing } = mapParameters(parameters);
  const timed = { day };
  const all: PageQuestion[] = [{ name: 'sites', query: mapQuery, variables: timed }, choices, dataVersion];
  if (showing.kind === 'role') {
    const of = { slug: showing.infrastructure };
    all.push({ name: 'roles', query: rolesQuery, variables: { ...timed, of } });
    const requires = { infrastructures: [of] };
    all.push({ name: 'verdicts', query: verdictsQuery, variables: { ...timed, requires } });
  }
  if (showing.kind === 'coverage') {
    const required = requirementsIn(parameters);
    const variables = { ...timed, requires: requiresOf(required), sites: sitesOf(required) };
    all.push({ name: 'verdicts', query: verdictsQuery, variables });
  }
  return all;
}
