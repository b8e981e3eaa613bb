/** What the address of the comparison asks for. */
import { dayIn, recordIn } from '../picture-parameters';
import { compareInfrastructuresQuery } from './infrastructures-query';
import { compareSitesQuery } from './sites-query';
import { compareWords } from './words';

/** The query for two records of a class. */
const queries: Readonly<Record<string, string>> = {
  institutions: compareSitesQuery,
  infrastructures: compareInfrastructuresQuery,
};

export function comparisonParameters(parameters: URLSearchParams) {
  const [a, b, day] = [recordIn(parameters, 'a'), recordIn(parameters, 'b'), dayIn(parameters)];
  const classOf = (reference: string | null) => reference?.split('/')[0] ?? '';
  const isPair = a.value !== null && b.value !== null;
  const query = isPair && classOf(a.value) === classOf(b.value) ? queries[classOf(a.value)] : undefined;
  return {
    a: a.value,
    b: b.value,
    day: day.value,
    query,
    faults: [
      a.fault,
      b.fault,
      day.fault,
      isPair && query === undefined ? { de: compareWords.de.unlike, en: compareWords.en.unlike } : null,
    ].filter((fault) => fault !== null),
  };
}
