/** Identifiers of organisations: ROR, GRID, ISNI and the site codes of the Medical Informatics Initiative. */
import { isMod11, isMod97 } from './check-digits';
import type { IdentifierRule } from './rule';

/** ROR recommends to write its ids as URLs. */
export const ror: IdentifierRule = {
  takes: 'a ROR id, such as https://ror.org/01rdrb571; its last two digits check the others',
  before: /^(?:ror\s*:\s*)?(?:(?:https?:)?(?:\/\/)?(?:www\.)?ror\.org\/)?/i,
  lead: 'https://ror.org/',
  spell: (bare) => `https://ror.org/${bare.toLowerCase()}`,
  isRight: (spelt) => {
    const id = spelt.slice('https://ror.org/'.length);
    return /^0[0-9a-hjkmnp-tv-z]{6}\d{2}$/.test(id) && isMod97(id);
  },
  addressOf: (id) => id,
};

export const grid: IdentifierRule = {
  takes: 'a GRID id, such as grid.10253.35',
  before: /^(?:(?:https?:)?(?:\/\/)?(?:www\.)?grid\.ac\/institutes\/)?/i,
  spell: (bare) => bare.toLowerCase(),
  isRight: (spelt) => /^grid\.\d+\.[\da-f]+$/.test(spelt),
  addressOf: (id) => `https://www.grid.ac/institutes/${id}`,
};

/** ISNIs are written in four groups of four digits. */
export const isni: IdentifierRule = {
  takes: 'an ISNI of 16 digits, such as 0000 0001 2218 4662; the last one, which may be X, checks the others',
  before: /^(?:isni\s*:?\s*)?(?:(?:https?:)?(?:\/\/)?(?:www\.)?isni\.org\/(?:isni\/)?)?/i,
  spell: (bare) =>
    bare
      .replace(/[\s\p{Pd}]/gu, '')
      .toUpperCase()
      .replace(/(.{4})(?=.)/gu, '$1 '),
  isRight: (spelt) => /^(?:\d{4} ){3}\d{3}[\dX]$/.test(spelt) && isMod11(spelt.replaceAll(' ', '')),
  addressOf: (digits) => `https://isni.org/isni/${digits.replaceAll(' ', '')}`,
};

/** The site codes that are not in upper case. */
const ownSpelling = ['Charité', 'UdS', 'UKEr'];

const withoutAccents = (code: string): string => code.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();

export const miiSite: IdentifierRule = {
  takes: 'the code of a site in the Medical Informatics Initiative, such as UKA or MUL-CT',
  before: /^/,
  spell: (bare) =>
    ownSpelling
      .find((code) => code.startsWith(bare) || withoutAccents(code) === withoutAccents(bare))
      ?.slice(0, bare.length) ?? bare.toUpperCase(),
  isRight: (spelt) => spelt.length <= 20 && /^\p{L}[\p{L}\d]*(?:-[\p{L}\d]+)*$/u.test(spelt),
};
