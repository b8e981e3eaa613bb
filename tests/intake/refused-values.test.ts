/** Values that an import refuses, one kind of attribute after the other. */
import { evidence, site, testRefusals } from './refused';

/** A dataset that lacks nothing, with further fields. */
const dataset = (fields: string): string => `
Dataset:
  - slug: gecco
    name: { en: GECCO }
    kind: DATA_STANDARD
    ${evidence}
    ${fields}
`;

/** An award of an amount. */
const award = (amount: string): string => `
Award:
  - fundingPeriod: period-2
    recipient: infrastructures/racoon
    ${evidence}
    ▶amount: ${amount}
`;

testRefusals('a text is refused', [
  ['that is a number', site('▶city: 35037'), /"city" is not usable/, /a text: put the number in quotes/],
  ['that is blank', site('▶city: " "'), /"city" is not usable/, /a text that is not empty/],
  ['with the character NUL', site('▶city: "a\\0b"'), /"city"/, /without control characters.*U\+0000/],
  ['with half a character', site('▶city: "a\\uD83Db"'), /"city"/, /U\+D83D/],
  ['in no language', site('▶description: A hospital'), /"description"/, /\{ de: …, en: … \}/],
  ['under no language tag', site('▶description: { German: x }'), /"description"/, /\{ de: …, en: … \}/],
  ['that is empty in one language', site('description: { de: x, ▶en: "" }'), /"description.en"/, /not empty/],
  ['in a list that is none', dataset('▶keywords: covid'), /"keywords"/, /a list of texts/],
  ['in a list, by its place', dataset('keywords: [covid, ▶19]'), /"keywords.1"/, /the number in quotes/],
  ['as an address without scheme', site('▶homepage: www.x.de'), /"homepage"/, /an absolute web address/],
  ['as an address with NUL', site('▶homepage: "https://x.de/\\0"'), /"homepage"/, /U\+0000/],
]);

testRefusals('a code is refused', [
  [
    'that its vocabulary lacks',
    `Institution:\n  - slug: marburg\n    name: { de: x }\n    ▶kind: HOSPITAL\n    ${evidence}`,
    /Institution "marburg": "kind" is not usable/,
    /one of UNIVERSITY_MEDICAL_CENTRE, FUNDER/,
  ],
  ['in a list, by its place', dataset('themes: [IMAGING, ▶MOODS]'), /"themes.1"/, /one of .*IMAGING/],
]);

testRefusals('a number is refused', [
  ['that is a fraction', site('▶numberOfMembers: 3.5'), /"numberOfMembers"/, /a whole number/],
  ['that needs more than 32 bits', site('▶numberOfMembers: 3000000000'), /"numberOfMembers"/, /2147483647/],
  ['that is a text', site('▶numberOfMembers: "36"'), /"numberOfMembers"/, /a whole number/],
  ['as a flag', site('▶listedSite: 1'), /"listedSite"/, /true or false/],
  ['as money without a currency', award('5'), /Award "period-2" – "infrastructures\/racoon"/, /EUR/],
  ['as money below zero', award('{ amount: -1, currency: EUR }'), /"amount"/, /EUR/],
  ['as money in coins of its own', award('{ amount: 1, currency: thaler }'), /"amount"/, /EUR/],
]);

testRefusals('a date is refused', [
  ['that no calendar has', dataset('▶issuedOn: 2021-02-29'), /"issuedOn"/, /'2022-09-01'/],
  ['that is a bare year', dataset('▶issuedOn: 2021'), /"issuedOn"/, /a quoted date as stated: '2022'/],
  ['in a period without days', dataset('▶temporalCoverage: {}'), /"temporalCoverage"/, /at least one/],
  [
    'in a period that ends before it begins',
    dataset('▶temporalCoverage: { from: 2022-01-01, until: 2021-01-01 }'),
    /"temporalCoverage"/,
    /in this order/,
  ],
  [
    'of a name in use',
    site('otherNames: [{ language: de, value: UKGM, ▶validFrom: 2005 }]'),
    /"otherNames.0.validFrom"/,
    /'2022', '2022-09'/,
  ],
]);

testRefusals('a name or a place is refused', [
  [
    'with an unknown part',
    site('otherNames: [{ language: de, value: UKGM, ▶since: "2005" }]'),
    /"otherNames.0.since"/,
    /only \{ language, value/,
  ],
  ['beyond the pole', site('▶location: { latitude: 95, longitude: 8 }'), /"location"/, /from -90 to 90/],
  [
    'of an unknown precision',
    site('location: { latitude: 50, longitude: 8, ▶precision: ROOM }'),
    /"location.precision"/,
    /HOSPITAL, CITY/,
  ],
]);
