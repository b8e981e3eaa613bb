/** Search results in the schema: scores, and highlights as text fragments without HTML. */
import { Int } from 'type-graphql';
import { highlightsOf } from '../query/search/record-highlights';
import type { Edge } from '../query/requested-connection';
import type { Description } from '../resource/description';
import { isSearched } from '../resource/search/searched-texts';
import { Language } from '../vocabulary/language';
import { longestText, mostWords } from '../query/search/search-text';
import { resolvedField, resolversOf, type Carrier, type InputField } from './define';
import { enumOf } from './enums';
import { plainType } from './plain-type';
import { IriScalar } from './scalars';

const concept = plainType(
  'SearchConcept',
  'A concept of the thesaurus: words that mean the same in a search, in German and English.',
  {
    german: [String, 'What it is called in German.'],
    english: [String, 'What it is called in English.'],
    iri: [
      IriScalar,
      'The concept in a public vocabulary, such as MeSH; null where none is known.',
      'nullable',
    ],
  },
);

const part = plainType(
  'SearchFragmentPart',
  'A piece of a text. Show it as text, never as HTML: a source may have written anything.',
  {
    text: [String, 'The piece, as it stands in the text.'],
    matched: [Boolean, 'Whether this piece is what was searched for.'],
    concept: [
      concept,
      'The concept through which it was found, where it is another word for what was searched for; null where it is the word itself.',
      'nullable',
    ],
  },
);

const fragment = plainType(
  'SearchFragment',
  'A stretch of a text around what was found. Its parts in their order give the stretch without a gap.',
  {
    parts: [[part], 'The pieces of the stretch, found and not found.'],
    startsText: [Boolean, 'Whether the text begins here; otherwise show an ellipsis before it.'],
    endsText: [Boolean, 'Whether the text ends here; otherwise show an ellipsis after it.'],
  },
);

const highlight = plainType('SearchHighlight', 'Where the words of a search stand in one text of a record.', {
  field: [
    String,
    'The field in which the text stands, such as `name` or `keywords`; `evidence` for quotations and titles of sources.',
  ],
  language: [
    enumOf(Language),
    'Language of the text; null where it is the same in every language.',
    'nullable',
  ],
  fragments: [[fragment], 'The stretches around what was found, at most three.'],
});

/** Adds score and highlights to the edges of a searchable list. */
export function addSearchFields(edge: Carrier, name: string, alwaysSearched: boolean): Carrier {
  const resolvers = resolversOf(edge, name);
  const otherwise = alwaysSearched ? '' : ' Without `search` it is ';
  resolvedField<Edge>(resolvers, {
    name: 'score',
    type: Int,
    about: `How well the record fits the search: the higher the better, comparable within one search only.${otherwise && `${otherwise}null.`}`,
    nullable: !alwaysSearched,
    reads: [],
    resolve: ({ score }) => score,
  });
  resolvedField<Edge>(resolvers, {
    name: 'highlights',
    type: [highlight],
    about: `Where the words of the search stand in the record, the weightiest fields first.${otherwise && `${otherwise}empty.`}`,
    resolve: ({ node, search }, _, { loaders }) => (search ? highlightsOf(search, node, loaders) : []),
  });
  return resolvers;
}

/** The argument `search` of lists, if the class has searchable texts; null stands for resources of any class. */
export const searchArgument = (of: Description | null): InputField[] =>
  !of || isSearched(of)
    ? [
        {
          name: 'search',
          type: String,
          about: `Only records in whose texts these words stand (all of them, or some where nothing in the catalogue has all), in German or English, whatever their spelling or inflection; at most ${mostWords} words and ${longestText} characters. The best come first${of ? ' unless `orderBy` is given' : ''}; an empty text narrows nothing.`,
        },
      ]
    : [];
