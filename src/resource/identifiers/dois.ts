/** DOIs, including those of Crossref's funders. */
import type { IdentifierRule } from './rule';

/** `doi:`, `https://doi.org/`, `http://dx.doi.org/`, `info:doi/` and common variants. */
const before =
  /^(?:(?:urn:)?doi(?!\.)\s*:?\s*|info:doi\/)?(?:(?:https?:)?(?:\/\/)?(?:www\.|dx\.)?doi\.org\/(?:doi:)?)?/i;

/** DOIs ignore the case of ASCII letters, https://www.doi.org/doi-handbook/HTML/doi-name-syntax.html */
const inSmallLetters = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

const addressOf = (doi: string): string =>
  `https://doi.org/${encodeURI(doi).replace(/[?#]/g, encodeURIComponent)}`;

export const doi: IdentifierRule = {
  takes: 'a DOI, such as 10.1007/s00063-020-00764-2',
  before,
  spell: inSmallLetters,
  isRight: (spelt) => /^10\.\d+(?:\.\d+)*\/[^\s\p{C}]+$/u.test(spelt),
  addressOf,
};

export const crossrefFunder: IdentifierRule = {
  takes: 'the id of a funder in the Crossref Funder Registry, such as 10.13039/501100002347',
  before,
  spell: (bare) => (/^[15]/.test(bare) && !bare.startsWith('10.') ? `10.13039/${bare}` : bare),
  isRight: (spelt) => /^10\.13039\/(?:\d{9}|\d{12})$/.test(spelt),
  addressOf,
};
