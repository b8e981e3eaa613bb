/** Licences of open data, with what documents call them and the IRI by which they are known. */

/** A licence by its SPDX identifier. */
export interface Licence {
  readonly iri: string;
  readonly names: readonly string[];
}

const creativeCommons = (path: string) => `https://creativecommons.org/${path}/`;

/** By SPDX identifier. https://spdx.org/licenses/ */
export const licences: Readonly<Record<string, Licence>> = {
  'CC0-1.0': {
    iri: creativeCommons('publicdomain/zero/1.0'),
    names: ['Creative Commons Zero 1.0', 'CC0 1.0'],
  },
  'CC-BY-4.0': {
    iri: creativeCommons('licenses/by/4.0'),
    names: ['Creative Commons Attribution 4.0', 'Creative Commons Attribution 4.0 International'],
  },
  'CC-BY-SA-4.0': {
    iri: creativeCommons('licenses/by-sa/4.0'),
    names: [
      'Creative Commons Attribution ShareAlike 4.0',
      'Creative Commons Attribution-ShareAlike 4.0 International',
    ],
  },
  'CC-BY-NC-4.0': {
    iri: creativeCommons('licenses/by-nc/4.0'),
    names: [
      'Creative Commons Attribution NonCommercial 4.0',
      'Creative Commons Attribution-NonCommercial 4.0 International',
    ],
  },
  'CC-BY-ND-4.0': {
    iri: creativeCommons('licenses/by-nd/4.0'),
    names: [
      'Creative Commons Attribution NoDerivatives 4.0',
      'Creative Commons Attribution-NoDerivatives 4.0 International',
    ],
  },
  'ODbL-1.0': { iri: 'https://opendatacommons.org/licenses/odbl/1-0/', names: ['Open Database License 1.0'] },
  'Apache-2.0': { iri: 'https://www.apache.org/licenses/LICENSE-2.0', names: ['Apache License 2.0'] },
  'DL-DE-BY-2.0': {
    iri: 'http://dcat-ap.de/def/licenses/dl-by-de/2.0',
    names: [
      'Datenlizenz Deutschland Namensnennung 2.0',
      'Datenlizenz Deutschland Namensnennung Version 2.0',
      'Data licence Germany, attribution 2.0',
      'dl-de/by-2-0',
    ],
  },
  'DL-DE-ZERO-2.0': {
    iri: 'http://dcat-ap.de/def/licenses/dl-zero-de/2.0',
    names: [
      'Datenlizenz Deutschland Zero 2.0',
      'Datenlizenz Deutschland Zero Version 2.0',
      'Data licence Germany, zero 2.0',
      'dl-de/zero-2-0',
    ],
  },
};
