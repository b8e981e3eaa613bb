/** Identifiers in the text of a search, in any spelling. They are found as a whole, and nothing else is found by them. */
import { createHash } from 'node:crypto';
import type { IdentifierScheme } from '../../vocabulary/identifier-scheme';
import type { Identifier } from '../evidence';
import { canonicalIdentifier } from '../identifiers/identifiers';

/** What an identifier counts, compared with words in texts. */
export const identifierWeight = 8;

/** What stands for an identifier in a token. Its own signs could not. */
export const tokenTextOf = ({ scheme, value }: Identifier): string =>
  createHash('sha256').update(`${scheme} ${value}`).digest('hex').slice(0, 24);

/**
 * Schemes whose identifiers no word looks like, with the spellings that tell them from words and numbers. A ROR id has check digits and an
 * ISNI, too; a grant is taken for one if its number has the form of German federal ministries, or if it is announced as one.
 */
const unmistakable: readonly (readonly [IdentifierScheme, RegExp])[] = [
  ['CROSSREF_FUNDER', /10\.13039\/\d/],
  ['DOI', /10\.\d+[\d.]*\/\S/],
  ['PMID', /^(?:pmid[\s:]|\S*pubmed\S*\/)/i],
  ['PMCID', /^(?:pmcid[\s:]+|\S*\/)?PMC\d+\/?$/i],
  ['ARXIV', /^(?:arxiv\s*:|\S*arxiv\.org\/)|^\d{4}\.\d{5}(?:v\d+)?$/i],
  ['ROR', /^(?:.*ror\.org\/|ror\s*:\s*)?0[0-9a-z]{6}\d{2}\/?$/i],
  ['WIKIDATA', /^(?:.*wikidata\S*[\s/:]+|wd\s*:\s*)?Q\d{2,}$/i],
  ['GRID', /grid\.\d/i],
  ['ISNI', /^(?:.*isni\D*)?(?:[\s\p{Pd}]*\d){15}[\s\p{Pd}]*[\dx]$/iu],
  [
    'GRANT_NUMBER',
    /^(?:fkz|f(?:ö|oe)rderkennzeichen|grant (?:no|number))[\s.:]|^\d{2}[\s\p{Pd}]*[A-Z]{1,4}[\s\p{Pd}]*\d{4}[A-Z]{0,2}$/iu,
  ],
];

const canonical = (scheme: IdentifierScheme, text: string): Identifier[] => {
  const value = canonicalIdentifier(scheme, text);
  return value === null ? [] : [{ scheme, value }];
};

/** The identifiers that a text can only be; empty for other texts. */
export const identifiersIn = (text: string): Identifier[] =>
  unmistakable.flatMap(([scheme, spelling]) => (spelling.test(text) ? canonical(scheme, text) : []));

/** Codes of sites, which a word might be as well, and numbers of articles in PubMed, which any number might be. */
export const codesIn = (text: string): Identifier[] =>
  /^\d+$/.test(text)
    ? canonical('PMID', text)
    : /^[\p{L}\d]+(?:-[\p{L}\d]+)*$/u.test(text)
      ? canonical('MII_SITE', text)
      : [];
