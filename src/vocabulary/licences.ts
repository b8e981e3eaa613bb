/** Licences of open data, with what documents call them and the IRIs by which they are known. */
import { euTable } from './namespaces';

/** A licence by its SPDX identifier. */
export interface Licence {
  readonly iri: string;
  /** Further IRIs by which it is known: those of the European Union and of DCAT-AP.de. */
  readonly others?: readonly string[];
  readonly names: readonly string[];
}

const creativeCommons = (path: string) => `https://creativecommons.org/${path}/`;
/** https://www.dcat-ap.de/def/licenses/ */
const dcatApDe = (path: string) => `http://dcat-ap.de/def/licenses/${path}`;
/** EU authority table licence, https://op.europa.eu/en/web/eu-vocabularies/authority-tables */
const european = euTable('licence/');

/** By SPDX identifier. https://spdx.org/licenses/ */
export const licences: Readonly<Record<string, Licence>> = {
  'CC0-1.0': {
    iri: creativeCommons('publicdomain/zero/1.0'),
    others: [dcatApDe('cc-zero'), `${european}CC0`],
    names: ['Creative Commons Zero 1.0', 'CC0 1.0'],
  },
  'CC-BY-4.0': {
    iri: creativeCommons('licenses/by/4.0'),
    others: [dcatApDe('cc-by/4.0'), `${european}CC_BY_4_0`],
    names: ['Creative Commons Attribution 4.0', 'Creative Commons Attribution 4.0 International'],
  },
  'CC-BY-SA-4.0': {
    iri: creativeCommons('licenses/by-sa/4.0'),
    others: [dcatApDe('cc-by-sa/4.0')],
    names: [
      'Creative Commons Attribution ShareAlike 4.0',
      'Creative Commons Attribution-ShareAlike 4.0 International',
    ],
  },
  'CC-BY-NC-4.0': {
    iri: creativeCommons('licenses/by-nc/4.0'),
    others: [dcatApDe('cc-by-nc/4.0'), `${european}CC_BYNC_4_0`],
    names: [
      'Creative Commons Attribution NonCommercial 4.0',
      'Creative Commons Attribution-NonCommercial 4.0 International',
    ],
  },
  'CC-BY-ND-4.0': {
    iri: creativeCommons('licenses/by-nd/4.0'),
    others: [dcatApDe('cc-by-nd/4.0')],
    names: [
      'Creative Commons Attribution NoDerivatives 4.0',
      'Creative Commons Attribution-NoDerivatives 4.0 International',
    ],
  },
  'ODbL-1.0': {
    iri: 'https://opendatacommons.org/licenses/odbl/1-0/',
    others: [dcatApDe('odbl')],
    names: ['Open Database License 1.0'],
  },
  'Apache-2.0': {
    iri: 'https://www.apache.org/licenses/LICENSE-2.0',
    others: [dcatApDe('apache')],
    names: ['Apache License 2.0'],
  },
  'DL-DE-BY-2.0': {
    iri: dcatApDe('dl-by-de/2.0'),
    names: [
      'Datenlizenz Deutschland Namensnennung 2.0',
      'Datenlizenz Deutschland Namensnennung Version 2.0',
      'Data licence Germany, attribution 2.0',
      'dl-de/by-2-0',
    ],
  },
  'DL-DE-ZERO-2.0': {
    iri: dcatApDe('dl-zero-de/2.0'),
    names: [
      'Datenlizenz Deutschland Zero 2.0',
      'Datenlizenz Deutschland Zero Version 2.0',
      'Data licence Germany, zero 2.0',
      'dl-de/zero-2-0',
    ],
  },
};

/** An IRI without what people write in one way or another: the scheme, and a slash at the end. */
const plain = (iri: string): string => iri.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');

/** The IRIs of each licence and what people call it, by each of the IRIs. */
const known = new Map(
  Object.entries(licences).flatMap(([id, { iri, others = [], names }]) => {
    const all = [iri, ...others];
    const name = names[0] === undefined ? id : `${names[0]} (${id})`;
    return [...all, `http://spdx.org/licenses/${id}`].map((each) => [plain(each), { all, name }] as const);
  }),
);

/** What people call the licence with an IRI, such as `Creative Commons Attribution 4.0 (CC-BY-4.0)`; null for an unknown one. */
export const nameOfLicence = (iri: string): string | null => known.get(plain(iri))?.name ?? null;

/** Another IRI of the same licence that begins as wanted; null if there is none, or this one does. */
export function sameLicence(iri: string, beginnings: readonly string[]): string | null {
  const isWanted = (each: string): boolean => beginnings.some((beginning) => each.startsWith(beginning));
  return isWanted(iri) ? null : (known.get(plain(iri))?.all.find(isWanted) ?? null);
}
