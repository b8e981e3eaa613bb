/** The search as the main thing of a page. */
import type { Site } from '../site';
import { SearchInput } from './search-input';

interface SearchFieldOptions {
  site: Site;
  label: string;
  value?: string;
  /** Parameters of the address that a new search keeps. */
  kept?: readonly (readonly [string, string])[];
}

export const SearchField = ({ site, label, value = '', kept = [] }: SearchFieldOptions) => (
  <form class="search-field" role="search" method="get" action={`${site.publicPath}/search`}>
    <label for="q">{label}</label>
    <SearchInput site={site} id="q" value={value} />
    {kept.map(([name, text]) => (
      <input type="hidden" name={name} value={text} />
    ))}
    {site.isLanguageNamed && <input type="hidden" name="lang" value={site.language} />}
  </form>
);
