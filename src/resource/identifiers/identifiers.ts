/** Normalises identifiers: all common spellings become the canonical one of their scheme. */
import type { IdentifierScheme } from '../../vocabulary/identifier-scheme';
import { line } from '../canonical/text';
import type { Identifier } from '../evidence';
import { crossrefFunder, doi } from './dois';
import { grantNumber, wikidata } from './numbers';
import { grid, isni, miiSite, ror } from './organisations';
import { arxiv, pmcid, pmid } from './publications';
import type { IdentifierRule } from './rule';

const rules: Readonly<Record<IdentifierScheme, IdentifierRule>> = {
  ROR: ror,
  WIKIDATA: wikidata,
  GRID: grid,
  ISNI: isni,
  CROSSREF_FUNDER: crossrefFunder,
  DOI: doi,
  PMID: pmid,
  PMCID: pmcid,
  ARXIV: arxiv,
  GRANT_NUMBER: grantNumber,
  MII_SITE: miiSite,
};

/** PostgreSQL accepts at most 2,704 bytes per index entry. */
const longest = 300;

/** The canonical spelling of an identifier; null if the text is not an identifier of the scheme. */
export function canonicalIdentifier(scheme: IdentifierScheme, text: string): string | null {
  const { before, spell, isRight } = rules[scheme];
  if (text.length > 4 * longest) return null;
  const spelt = spell(bareOf(before, line(text), 'whole'));
  return spelt.length <= longest && isRight(spelt) ? spelt : null;
}

/** The canonical spelling of the beginning of an identifier. */
export function canonicalBeginning(scheme: IdentifierScheme, text: string): string {
  const { before, lead, spell } = rules[scheme];
  const beginning = line(text);
  if (lead?.startsWith(beginning.toLowerCase())) return beginning.toLowerCase();
  return spell(bareOf(before, beginning, 'beginning'));
}

/** What identifiers of a scheme look like, as continuation of "It takes". */
export const takenBy = (scheme: IdentifierScheme): string => rules[scheme].takes;

/** The web address of a stored identifier; null if the scheme has none. */
export const identifierIri = ({ scheme, value }: Identifier): string | null =>
  rules[scheme].addressOf?.(value) ?? null;

/** Removes the prefix from a spelling. If the prefix was a URL, escapes are decoded and query and fragment removed. */
function bareOf(before: RegExp, spelling: string, part: 'whole' | 'beginning'): string {
  const [lead = ''] = before.exec(spelling) ?? [];
  const bare = spelling.slice(lead.length);
  if (!lead.includes('/')) return bare;
  const [path = ''] = bare.split(/[?#]/);
  return decoded(part === 'whole' ? path.replace(/\/$/, '') : path);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
