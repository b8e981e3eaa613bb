/** Wikidata items and grant numbers. */
import type { IdentifierRule } from './rule';

export const wikidata: IdentifierRule = {
  takes: 'a Wikidata item, such as Q560144',
  before:
    /^(?:wd\s*:\s*|wikidata\s*:?\s*)?(?:(?:https?:)?(?:\/\/)?(?:www\.|m\.)?wikidata\.org\/(?:wiki\/(?:special:entitydata\/)?|entity\/))?/i,
  spell: (bare) => bare.toUpperCase(),
  isRight: (spelt) => /^Q[1-9]\d*$/.test(spelt),
  addressOf: (item) => `http://www.wikidata.org/entity/${item}`,
};

/** Grant numbers of German federal ministries have no spaces or hyphens: programme, project, and optional letters for the part. */
const federal = /^\d{2,3}[A-Z]{1,4}\d{4}[A-Z]{0,2}$/;

export const grantNumber: IdentifierRule = {
  takes: 'the number of a grant, such as 01KX2121, without the words of a sentence',
  before: /^(?:(?:fkz|f(?:ö|oe)rderkennzeichen|grant (?:no|number))[\s.:]+)?/i,
  spell: (bare) => {
    const capitals = bare.toUpperCase().replace(/\s*([-/.])\s*/g, '$1');
    const compact = capitals.replace(/[\s\p{Pd}]/gu, '');
    return federal.test(compact) ? compact : capitals;
  },
  isRight: (spelt) =>
    /^[A-Z\d](?:[A-Z\d./-]| (?=[A-Z\d])){2,39}$/.test(spelt) &&
    /\d/.test(spelt) &&
    spelt.split(' ').filter((part) => !/\d/.test(part)).length <= 1,
};
