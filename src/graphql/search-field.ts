/** The field `Query.search`: full-text search over all resources, ordered by score. */
import { Int } from 'type-graphql';
import { countTypes, foundBySearch, type WideSearch } from '../query/search/searched';
import { longestText, mostWords } from '../query/search/search-text';
import type { Listing } from '../query/listing';
import type { PageArguments } from '../query/page';
import type { Connection, ConnectionRequest } from '../query/requested-connection';
import type { Registry } from '../resource/registry';
import { BadUserInput } from '../errors';
import { recordKey } from '../resource/identity';
import type { RequestContext } from './context';
import { argumentsOf, queryField, resolvedField, resolversOf, type Carrier } from './define';
import { plainType } from './plain-type';
import { ResourceInterface } from './interfaces';
import { refuseEmpty } from './narrowing';
import { PageArgumentsType, PageInfoType } from './page-types';
import { keyOfExisting, resourceReference, type ResourceReference } from './references';
import { resourceTypeOf } from './resource-type';
import { addSearchFacets } from './search-facets';
import { addSearchFields } from './search-types';

interface SearchArguments extends PageArguments {
  text: string;
  types?: string[] | null;
  linkedWith?: ResourceReference[] | null;
  citedFrom?: string[] | null;
}

/** The result of `Query.search`. */
type Found = Connection & { search: WideSearch };

const edge = plainType('SearchEdge', 'A record that a search found, with its score and highlights.', {
  cursor: [String, 'Opaque cursor of this record in this search.'],
  node: [ResourceInterface, 'The record.'],
});

const connection = plainType('SearchConnection', 'A page of what a search found, the best first.', {
  edges: [[edge], 'The records of this page with their scores and highlights.'],
  nodes: [[ResourceInterface], 'The records of this page.'],
  pageInfo: [PageInfoType, 'Where this page stands in the list.'],
  totalCount: [Int, 'How many records are found, on all pages.'],
});

const correction = plainType(
  'SearchCorrection',
  'A word that stands nowhere in the catalogue and was taken for a typing error.',
  {
    word: [String, 'The word as it was written.'],
    readAs: [[String], 'The words for which it was taken, letters folded: `a` for `ä`.'],
  },
);

/** Defines the types of the search, adds the field, and returns the types' resolvers. */
export function defineSearch(query: Carrier, registry: Registry): Carrier[] {
  const types = resourceTypeOf(registry);
  queryField<SearchArguments>(query, {
    name: 'search',
    type: connection,
    about:
      'Everything in whose texts the words of a text stand, of any type, the best first: all of them, or some where nothing has all. Spellings (ä, ae, a), inflections, parts of German compounds and, where a word stands nowhere, small typing errors are understood, in German and English at once; docs/search.md says exactly how.',
    args: argumentsOf(
      'QuerySearch',
      [
        {
          name: 'text',
          type: String,
          about: `What to look for: any text of at most ${mostWords} different words and ${longestText} characters. Signs and quotation marks only separate words.`,
          required: true,
        },
        { name: 'types', type: [types], about: 'Only resources of these types.' },
        {
          name: 'linkedWith',
          type: [resourceReference],
          about: `Only resources that a link joins with each of these, at most ${mostShared}.`,
        },
        {
          name: 'citedFrom',
          type: [String],
          about: `Only resources of which each of these sources says something, by their slugs, at most ${mostShared}.`,
        },
      ],
      PageArgumentsType,
    ),
    resolve: find,
    plan: { kind: 'list', request: requestOf },
  });
  return [addSearchFields(edge, 'SearchEdge', true), connectionResolvers(types, registry)];
}

/** The request for the list that a search finds. */
async function requestOf(
  { text, types, linkedWith: linked, citedFrom: cited, ...page }: SearchArguments,
  context: RequestContext,
): Promise<ConnectionRequest & { listing: Listing & { search: WideSearch } }> {
  const { loaders, language, registry } = context;
  refuseEmpty({ types });
  refuseMany({ linkedWith: linked, citedFrom: cited });
  const shared = {
    linkedWith: await Promise.all(
      (linked ?? []).map((each) => keyOfExisting('linkedWith', each, null, context)),
    ),
    citedFrom: (cited ?? []).map((slug) => recordKey(registry.source, slug)),
  };
  const search = { ...(await loaders.search(text, 'text')), ...shared, types: types ?? null };
  const listing = foundBySearch(search, registry);
  const signature = JSON.stringify([text, types, shared]);
  return { listing, without: () => listing, signature, page, orderBy: [], language };
}

/** Each takes a look at the whole list. */
const mostShared = 5;

/** @throws BadUserInput */
function refuseMany(lists: Readonly<Record<string, readonly unknown[] | null | undefined>>): void {
  for (const [name, given] of Object.entries(lists))
    if (given && given.length > mostShared)
      throw new BadUserInput(
        `"${name}" has ${given.length} values; it may have ${mostShared}. Leave out those that matter least.`,
      );
}

async function find(_: unknown, args: SearchArguments, context: RequestContext): Promise<Found> {
  return context.loaders.connection(await requestOf(args, context)) as Found;
}

function connectionResolvers(types: object, registry: Registry): Carrier {
  const resolvers = resolversOf(connection, 'SearchConnection');
  addSearchFacets(resolvers, registry);
  resolvedField<Found>(resolvers, {
    name: 'types',
    type: [
      plainType('SearchTypeCount', 'How many records of one type a search finds.', {
        type: [types, 'The type.'],
        count: [Int, 'How many records of it are found.'],
      }),
    ],
    about:
      'How many records of each type are found, whatever `types` asks for; types without any are left out.',
    resolve: async ({ search }, _, { reader, registry }) => {
      const counts = await countTypes(reader, search, registry);
      return registry.resources.flatMap(({ type }) => {
        const count = counts.get(type);
        return count === undefined ? [] : [{ type, count }];
      });
    },
  });
  resolvedField<Found>(resolvers, {
    name: 'someWordsOnly',
    type: Boolean,
    about:
      'Whether nothing in the catalogue has all words of the text, so that the records are found which have some of them.',
    resolve: ({ search }) => search.someSuffice,
  });
  resolvedField<Found>(resolvers, {
    name: 'corrections',
    type: [correction],
    about: 'The words that were taken for typing errors, to ask "Did you mean".',
    resolve: ({ search }) =>
      search.words.flatMap(({ written, readAs }) => (readAs.length > 0 ? [{ word: written, readAs }] : [])),
  });
  resolvedField<Found>(resolvers, {
    name: 'unknownWords',
    type: [String],
    about: 'The words that stand nowhere in the catalogue, not even with a typing error.',
    resolve: ({ search }) =>
      search.words.filter(({ matches }) => matches.length === 0).map(({ written }) => written),
  });
  return resolvers;
}
