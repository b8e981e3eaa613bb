/** The facets of a connection, and the fields by which each class can be counted. */
import { Int, ObjectType } from 'type-graphql';
import { facetFieldsOf, type Bucket, type Facet } from '../query/facets';
import type { Connection } from '../query/loaders';
import { attributeOf, type Description } from '../resource/description';
import { inLanguage, type LocalizedTexts } from '../resource/text';
import { Language } from '../vocabulary/language';
import { languageFor, type RequestContext } from './context';
import {
  argumentsOf,
  enumCode,
  enumFrom,
  enumOf,
  namedClass,
  plainField,
  resolvedField,
  resolversOf,
  type Carrier,
} from './define';

/** A bucket with what its label is made of. */
interface ShownBucket extends Bucket {
  labels: LocalizedTexts | null;
}

const bucketType = namedClass('FacetBucket');
const facetType = namedClass('Facet');

plainField(
  bucketType.prototype as object,
  'value',
  String,
  'The value: a code, a text, true or false, or the slug of a linked record.',
);
plainField(bucketType.prototype as object, 'count', Int, 'How many records of the list have it.');
ObjectType('FacetBucket', { description: 'How many records of a list have one value.' })(bucketType);

plainField(facetType.prototype as object, 'by', String, 'The field that is counted.');
plainField(facetType.prototype as object, 'buckets', [bucketType], 'The most frequent values first.');
plainField(
  facetType.prototype as object,
  'distinct',
  Int,
  'How many different values there are, shown or not.',
);
plainField(facetType.prototype as object, 'missing', Int, 'How many records of the list have no value.');
ObjectType('Facet', { description: 'How often each value of a field stands in a list, over all its pages.' })(
  facetType,
);

const bucketResolvers = resolversOf(bucketType, 'FacetBucket');
resolvedField<ShownBucket, { language?: Language | null }>(bucketResolvers, {
  name: 'label',
  type: String,
  about: 'The value as people read it: the label of a code, the name of a linked record.',
  args: argumentsOf('FacetBucketLabel', [
    {
      name: 'language',
      type: enumOf(Language),
      about: 'Language of the label; by default that of the header Accept-Language, else English.',
    },
  ]),
  resolve: ({ labels, value }, { language }, context) =>
    (labels && inLanguage(labels, languageFor(language, context))) ?? value,
});

/** The resolvers that all facets share. */
export const facetResolvers = bucketResolvers;

interface FacetArguments {
  by: string[];
  first?: number | null;
  excludeOwnFilter?: boolean | null;
}

/** Adds the field `facets` to a connection of a class by which something can be counted. */
export function addFacets(connection: Carrier, description: Description): Carrier | null {
  const fields = facetFieldsOf(description);
  if (fields.length === 0) return null;
  const { type } = description;
  const by = enumFrom(
    `${type}Facet`,
    `The fields by which a list of ${type} can be counted.`,
    Object.fromEntries(fields.map(({ name, about }) => [enumCode(name), about])),
    Object.fromEntries(fields.map(({ name }) => [enumCode(name), name])),
  );
  const resolvers = resolversOf(connection, `${type}Connection`);
  resolvedField<Connection, FacetArguments>(resolvers, {
    name: 'facets',
    type: [facetType],
    about: 'How often each value stands in the whole list, for each of the fields asked for.',
    args: argumentsOf(`${type}ConnectionFacets`, [
      { name: 'by', type: [by], about: 'The fields to count by.', required: true },
      { name: 'first', type: Int, about: 'How many values to show of each field, 1 to 100; 10 by default.' },
      {
        name: 'excludeOwnFilter',
        type: Boolean,
        about:
          'Leave out what the filter says of the very field that is counted, so that its other values are seen too.',
        defaultValue: false,
      },
    ]),
    resolve: async (list, { by, first, excludeOwnFilter }, context) => {
      const facets = await Promise.all(by.map((field) => list.facet({ field, first, excludeOwnFilter })));
      return Promise.all(facets.map((facet) => shown(facet, description, context)));
    },
  });
  return resolvers;
}

async function shown(facet: Facet, description: Description, { loaders }: RequestContext) {
  const concepts = attributeOf(description, facet.by)?.scheme?.concepts;
  const buckets = facet.buckets.map(async (bucket): Promise<ShownBucket> => {
    if (bucket.key === null) return { ...bucket, labels: labelsOf(concepts?.[bucket.value]) };
    const record = await loaders.record(bucket.key);
    return { ...bucket, labels: (record?.name as LocalizedTexts | undefined) ?? null };
  });
  return { ...facet, by: enumCode(facet.by), buckets: await Promise.all(buckets) };
}

const labelsOf = (concept: { de: string; en: string } | undefined): LocalizedTexts | null =>
  concept ? { de: concept.de, en: concept.en } : null;
