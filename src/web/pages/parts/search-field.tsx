/** The search as the main thing of a page: a field that suggests what it finds while one types, and works without a script. */
import { namesIn, wordsOf, type Site } from '../site';

interface SearchFieldOptions {
  site: Site;
  label: string;
  value?: string;
  /** Parameters of the address that a new search keeps. */
  kept?: readonly (readonly [string, string])[];
}

/** What each kind of record is called, for the suggestions. */
const kindsOf = (site: Site) =>
  Object.fromEntries(
    site.registry.resources.map((description) => [description.type, namesIn(site, description).one]),
  );

/** The island `search` fills the list; see src/web/islands/search.ts. */
export const SearchField = ({ site, label, value = '', kept = [] }: SearchFieldOptions) => {
  const words = wordsOf(site);
  return (
    <form class="search-field" role="search" method="get" action={`${site.publicPath}/search`}>
      <label for="q">{label}</label>
      <div class="field">
        <input
          id="q"
          type="search"
          name="q"
          value={value}
          maxLength={1000}
          autocomplete="off"
          data-endpoint={`${site.publicPath}/graphql`}
          data-language={site.language}
          data-lang={site.isLanguageNamed ? site.language : undefined}
          data-kinds={JSON.stringify(kindsOf(site))}
          data-found={words.suggestions}
        />
        <button type="submit">{words.find}</button>
      </div>
      {kept.map(([name, text]) => (
        <input type="hidden" name={name} value={text} />
      ))}
      {site.isLanguageNamed && <input type="hidden" name="lang" value={site.language} />}
    </form>
  );
};
