/** What records of all types that a search finds share, as the schema shows it. */
import { Int } from 'type-graphql';
import { checkBuckets, type Bucket } from '../query/counting/facets';
import { defaultPageSize, largestPageSize } from '../query/page';
import { foundBySearch, type WideSearch } from '../query/search/searched';
import { readSharedFacet } from '../query/search/shared';
import type { Description } from '../resource/description';
import { slugOfKey } from '../resource/identity';
import type { Registry } from '../resource/registry';
import type { RequestContext } from './context';
import { argumentsOf, resolvedField, type Carrier } from './define';
import { enumCode, enumFrom } from './enums';
import { facetType } from './facet-types';
import { labelsOf } from './labelled';

interface FacetArguments {
  by: string[];
  first?: number | null;
}

/** The facets that records of all types have: what they are linked with, by its type, and the sources that speak of them. */
export function addSearchFacets(resolvers: Carrier, registry: Registry): void {
  const classes = new Map([...registry.resources, registry.source].map((each) => [each.type, each]));
  const by = enumFrom(
    'SearchFacet',
    'What records of all types can be counted by.',
    Object.fromEntries([...classes.values()].map((each) => [enumCode(each.type), aboutFacet(each)])),
    Object.fromEntries([...classes.keys()].map((type) => [enumCode(type), type])),
  );
  resolvedField<{ search: WideSearch }, FacetArguments>(resolvers, {
    name: 'facets',
    type: [facetType],
    about:
      'With what the found records are linked, and which sources speak of them: how many of all that is found share each. A value is to be given to `linkedWith` or `citedFrom`.',
    args: argumentsOf('SearchConnectionFacets', [
      { name: 'by', type: [by], about: 'What to count by.', required: true },
      {
        name: 'first',
        type: Int,
        about: `How many values to show of each, 1 to ${largestPageSize}.`,
        defaultValue: defaultPageSize,
      },
    ]),
    resolve: async ({ search }, { by: types, first }, context) => {
      const most = checkBuckets(first);
      const listing = foundBySearch(search, registry);
      const facets = types.map(async (type) => {
        const to = classes.get(type);
        if (!to) throw new Error(`There is no type ${type}.`);
        const facet = await readSharedFacet(context.reader, registry, listing, {
          by: enumCode(type),
          to,
          first: most,
        });
        return {
          ...facet,
          buckets: await Promise.all(facet.buckets.map((bucket) => shownBucket(bucket, to, context))),
        };
      });
      return Promise.all(facets);
    },
  });
}

const aboutFacet = ({ kind, type }: Description): string =>
  kind === 'source'
    ? 'The sources that say something of it.'
    : `The resources of type ${type} that a link joins with it.`;

/** A resource is shown by its key, as `linkedWith` takes it; a source by its slug, and it is no resource. */
async function shownBucket(bucket: Bucket, to: Description, context: RequestContext) {
  if (to.kind !== 'source') return { ...bucket, labels: await labelsOf(bucket, undefined, context) };
  const title = (await context.loaders.record(bucket.value))?.title;
  const labels = typeof title === 'string' ? { de: title, en: title } : null;
  return { ...bucket, value: slugOfKey(bucket.value), key: null, labels };
}
