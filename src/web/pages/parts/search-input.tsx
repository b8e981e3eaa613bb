/** A field for a search that suggests what it finds while one types, and works without a script. */
import { namesIn, wordsOf, type Site } from '../site';

/** What each kind of record is called, for the suggestions. */
const kindsOf = (site: Site) =>
  Object.fromEntries(
    site.registry.resources.map((description) => [description.type, namesIn(site, description).one]),
  );

interface SearchInputOptions {
  site: Site;
  id: string;
  value?: string;
  /** Where it has no label of its own. */
  label?: string;
}

/** The field with its button. The island `search` fills the list of suggestions; see src/web/islands/search.ts. */
export const SearchInput = ({ site, id, value, label }: SearchInputOptions) => {
  const words = wordsOf(site);
  return (
    <div class="field">
      <input
        id={id}
        type="search"
        name="q"
        value={value}
        maxLength={1000}
        autocomplete="off"
        aria-label={label}
        placeholder={label}
        data-endpoint={`${site.publicPath}/graphql`}
        data-language={site.language}
        data-lang={site.isLanguageNamed ? site.language : undefined}
        data-kinds={JSON.stringify(kindsOf(site))}
        data-found={words.suggestions}
      />
      <button type="submit">{words.find}</button>
    </div>
  );
};
