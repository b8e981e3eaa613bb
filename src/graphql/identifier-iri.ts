/** Web addresses of identifiers, for the schemes that have them. */
import type { Identifier } from '../resource/evidence';
import type { IdentifierScheme } from '../vocabulary/identifier-scheme';

const addresses: Partial<Record<IdentifierScheme, string>> = {
  ROR: 'https://ror.org/',
  WIKIDATA: 'http://www.wikidata.org/entity/',
  GRID: 'https://www.grid.ac/institutes/',
  ISNI: 'https://isni.org/isni/',
  CROSSREF_FUNDER: 'https://doi.org/',
  DOI: 'https://doi.org/',
};

/** The web address of an identifier; null for a scheme without one. A value that is an address already stays as it is. */
export function identifierIri({ scheme, value }: Identifier): string | null {
  if (/^https?:/.test(value)) return value;
  const address = addresses[scheme];
  return address === undefined ? null : address + value.replaceAll(' ', '');
}
