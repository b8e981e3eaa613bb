/** Identifiers in the one spelling of their scheme, out of every spelling that is in use. */
import type { IdentifierScheme } from '../../vocabulary/identifier-scheme';
import { line } from '../canonical/text';
import type { Identifier } from '../evidence';
import { crossrefFunder, doi } from './dois';
import { grantNumber, wikidata } from './numbers';
import { grid, isni, miiSite, ror } from './organisations';
import type { IdentifierRule } from './rule';

const rules: Readonly<Record<IdentifierScheme, IdentifierRule>> = {
  ROR: ror,
  WIKIDATA: wikidata,
  GRID: grid,
  ISNI: isni,
  CROSSREF_FUNDER: crossrefFunder,
  DOI: doi,
  GRANT_NUMBER: grantNumber,
  MII_SITE: miiSite,
};

/** PostgreSQL takes at most 2,704 bytes in an index. */
const longest = 300;

/** The identifier in the canonical spelling of its scheme; null for a text that is none of the scheme. */
export function canonicalIdentifier(scheme: IdentifierScheme, text: string): string | null {
  const { before, spell, isRight } = rules[scheme];
  if (text.length > 4 * longest) return null;
  const spelt = spell(bareOf(before, line(text), 'whole'));
  return spelt.length <= longest && isRight(spelt) ? spelt : null;
}

/** The beginning of identifiers, in the canonical spelling of their scheme. */
export function canonicalBeginning(scheme: IdentifierScheme, text: string): string {
  const { before, lead, spell } = rules[scheme];
  const beginning = line(text);
  if (lead?.startsWith(beginning.toLowerCase())) return beginning.toLowerCase();
  return spell(bareOf(before, beginning, 'beginning'));
}

/** What identifiers of a scheme look like, to follow "It takes". */
export const takenBy = (scheme: IdentifierScheme): string => rules[scheme].takes;

/** The web address of a stored identifier; null for a scheme without one. */
export const identifierIri = ({ scheme, value }: Identifier): string | null =>
  rules[scheme].addressOf?.(value) ?? null;

/** What is left of a spelling without what stands before it; of an address, as it is read by people. */
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
