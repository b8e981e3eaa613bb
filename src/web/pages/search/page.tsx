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
import { Kinds, Values } from './facets';
import { Browse } from './nothing';
import { searchQuery } from './query';
import { Results } from './results';
import { classOfCode, parametersOf, stateOf, type SearchState } from './state';
import { searchWords } from './words';

/** Of one kind of record there are values to narrow it by; of several together there are none. */
const onlyClass = (registry: Registry, { types }: SearchState) =>
  types.length === 1 ? classOfCode(registry, types[0] ?? '') : null;

function questions(parameters: URLSearchParams, registry: Registry): PageQuestion[] {
  const state = stateOf(parameters);
  const { text, types } = state;
  if (text === '') return [];
  const first = Number(parameters.get('first') ?? 0);
  const after = parameters.get('after');
  const variables = {
    text,
    ...(types.length > 0 && { types }),
    ...(first > 0 && { first }),
    ...(after !== null && after !== '' && { after }),
  };
  const description = onlyClass(registry, state);
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
        title={`${state.text === '' ? '' : `${state.text} – `}${words.title} – NUM data-space gateway`}
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
