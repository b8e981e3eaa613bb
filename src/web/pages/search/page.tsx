/** The page of the search: words find records of all kinds, which one narrows to some kinds and to the values of one. */
import { facetsDocument } from '../documents/list';
import type { AnsweredFacet } from '../parts/facets';
import { fieldOfList } from '../../../resource/field-names';
import type { Registry } from '../../../resource/registry';
import { Layout } from '../parts/layout';
import { SearchField } from '../parts/search-field';
import { above, type Site } from '../site';
import type { PageAnswers, PageQuestion, SitePage } from '../site-page';
import type { Found } from './answer';
import { Kinds, SharedValues, Values } from './facets';
import { Browse } from './nothing';
import { searchQuery } from './query';
import { Results } from './results';
import { classOfCode, parametersOf, stateOf, type SearchState } from './state';
import { searchWords } from './words';

/** Of one kind of record there are values to narrow it by; of several together there are none. */
const onlyClass = (registry: Registry, { demanded: { type } }: SearchState) =>
  type.length === 1 ? classOfCode(registry, type[0] ?? '') : null;

const hasDemands = ({ demanded }: SearchState): boolean => demanded.with.length + demanded.source.length > 0;

function questions(parameters: URLSearchParams, registry: Registry): PageQuestion[] {
  const state = stateOf(parameters);
  const { text, demanded } = state;
  if (text === '') return [];
  const first = Number(parameters.get('first') ?? 0);
  const after = parameters.get('after');
  const variables = {
    text,
    ...(demanded.type.length > 0 && { types: demanded.type }),
    ...(demanded.with.length > 0 && { linkedWith: demanded.with.map((slug) => ({ slug })) }),
    ...(demanded.source.length > 0 && { citedFrom: demanded.source }),
    ...(first > 0 && { first }),
    ...(after !== null && after !== '' && { after }),
  };
  // What is demanded of all kinds cannot be said in the list of one.
  const description = hasDemands(state) ? null : onlyClass(registry, state);
  const facets = description && facetsDocument(description);
  return [
    { name: 'search', query: searchQuery, variables },
    ...(facets ? [{ name: 'facets', query: facets, variables: { search: text } }] : []),
  ];
}

/** What the search can be narrowed to. */
function Side({ site, state, answers }: { site: Site; state: SearchState; answers: PageAnswers }) {
  const found = answers.search?.data?.search as Found | undefined;
  const description = onlyClass(site.registry, state);
  const list =
    description && (answers.facets?.data?.[fieldOfList(description)] as { facets?: AnsweredFacet[] });
  return (
    <div class="side">
      {found && found.types.length > 0 && <Kinds site={site} state={state} found={found} />}
      {found && <SharedValues site={site} state={state} found={found} />}
      {description && list?.facets && (
        <Values site={site} state={state} description={description} facets={list.facets} />
      )}
    </div>
  );
}

export const searchPage: SitePage = {
  path: '/search',
  names: { de: searchWords.de.title, en: searchWords.en.title },
  group: 'search',
  questions: (parameters, { registry }) => questions(parameters, registry),
  html: (site, answers) => {
    const words = searchWords[site.language];
    const state = stateOf(site.parameters);
    const kept = parametersOf(state).filter(([name]) => name !== 'q');
    return (
      <Layout
        site={site}
        title={`${state.text === '' ? '' : `${state.text} – `}${words.title}`}
        description={words.lead}
        canonical={`${site.publicUrl}/search`}
        above={above(site, null)}
      >
        <h1>{words.title}</h1>
        <SearchField site={site} label={words.label} value={state.text} kept={kept} />
        {answers.search ? (
          <div class="beside">
            <Side site={site} state={state} answers={answers} />
            <Results site={site} state={state} of={answers.search} />
          </div>
        ) : (
          <Browse site={site} />
        )}
      </Layout>
    );
  },
};
