/** The field `facets` of connections, and the fields of each class to count by. */
import { Int } from 'type-graphql';
import { BadUserInput } from '../errors';
import { ownFieldsOf } from '../query/counting/fields';
import type { Facet } from '../query/counting/facets';
import type { Connection } from '../query/requested-connection';
import { defaultPageSize, largestPageSize } from '../query/page';
import { attributeOf, type Description } from '../resource/description';
import type { RequestContext } from './context';
import { argumentsOf, resolvedField, resolversOf, type Carrier } from './define';
import { enumCode, enumFrom } from './enums';
import { plainType } from './plain-type';
import { labelFields, labelsOf } from './labelled';

const bucketType = plainType('FacetBucket', 'How many records of a list have one value.', {
  value: [
    String,
    'The value: a code, a text, true or false, or the slug of a linked record, with the path of its type before it where that may be one of several.',
  ],
  count: [Int, 'How many records of the list have it.'],
});

export const facetType = plainType(
  'Facet',
  'How often each value of a field stands in a list, over all its pages.',
  {
    by: [String, 'The field that is counted.'],
    buckets: [[bucketType], 'The most frequent values first.'],
    distinct: [Int, 'How many different values there are, shown or not.'],
    missing: [Int, 'How many records of the list have no value.'],
  },
);

/** The resolvers that all facets share. */
export const facetResolvers = resolversOf(bucketType, 'FacetBucket');
labelFields(facetResolvers, 'FacetBucket');

interface FacetArguments {
  by: string[];
  first?: number | null;
  excludeOwnFilter?: boolean | null;
}

/** Adds the field `facets` to a connection, if the class has fields to count by. */
export function addFacets(connection: Carrier, description: Description): Carrier | null {
  const fields = ownFieldsOf(description);
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
      {
        name: 'first',
        type: Int,
        about: `How many values to show of each field, 1 to ${largestPageSize}.`,
        defaultValue: defaultPageSize,
      },
      {
        name: 'excludeOwnFilter',
        type: Boolean,
        about:
          'Leave out what the filter says of the very field that is counted, so that its other values are seen too.',
        defaultValue: false,
      },
    ]),
    resolve: async (list, { by, first, excludeOwnFilter }, context) => {
      checkFields(by);
      const facets = await Promise.all(by.map((field) => list.facet({ field, first, excludeOwnFilter })));
      return Promise.all(facets.map((facet) => shown(facet, description, context)));
    },
  });
  return resolvers;
}

/** @throws BadUserInput with the argument and the remedy */
function checkFields(by: readonly string[]): void {
  if (by.length === 0) throw new BadUserInput('"by" names no field. Name at least one.');
  if (new Set(by).size < by.length) throw new BadUserInput('"by" names a field twice. Name each once.');
}

async function shown(facet: Facet, description: Description, context: RequestContext) {
  const attribute = attributeOf(description, facet.by);
  const buckets = facet.buckets.map(async (bucket) => ({
    ...bucket,
    labels: await labelsOf(bucket, attribute, context),
  }));
  return { ...facet, by: enumCode(facet.by), buckets: await Promise.all(buckets) };
}
