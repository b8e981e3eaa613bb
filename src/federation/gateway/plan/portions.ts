/** Asks for many entities in portions: subgraphs, ours among them, answer only so many at once. */
import type { CallSubgraph, SubgraphAnswer, SubgraphCall } from '../engine';
import { atPath } from '../faults';

/** As many as our own subgraph answers in one call. */
const mostEntities = 1_000;

/** The same caller, which may be asked for any number of entities. */
export const inPortions =
  (call: CallSubgraph): CallSubgraph =>
  async (asked) => {
    const { representations } = asked.variables;
    if (!Array.isArray(representations) || representations.length <= mostEntities) return call(asked);
    const begins = Array.from(
      { length: Math.ceil(representations.length / mostEntities) },
      (_, nth) => nth * mostEntities,
    );
    const answers = await Promise.all(begins.map((begin) => call(portion(asked, representations, begin))));
    return {
      data: { _entities: answers.flatMap(({ data }, nth) => entitiesOf(data, representations, begins[nth])) },
      errors: answers.flatMap(({ errors = [] }, nth) =>
        errors.map((error) => {
          const [field, index, ...rest] = error.path ?? [];
          if (field === undefined || typeof index !== 'number') return error;
          return atPath(error, [field, index + (begins[nth] ?? 0), ...rest]);
        }),
      ),
    };
  };

const portion = (asked: SubgraphCall, all: readonly unknown[], begin: number): SubgraphCall => ({
  ...asked,
  variables: { ...asked.variables, representations: all.slice(begin, begin + mostEntities) },
});

/** A portion without an answer leaves its places empty. */
function entitiesOf(data: SubgraphAnswer['data'], all: readonly unknown[], begin = 0): unknown[] {
  const length = Math.min(mostEntities, all.length - begin);
  return Array.isArray(data?._entities) ? data._entities : Array.from({ length }, () => null);
}
