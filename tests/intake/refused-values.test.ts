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
  ['that is a number with a fraction', site('▶city: 1.000'), /"city"/, /a text: put the number in quotes/],
  ['that is a number beyond all', site('▶city: 90071992547409931'), /"city"/, /put the number in quotes/],
  [
    'that is a number in the place of a map',
    site('▶description: 1.5'),
    /"description"/,
    /\{ de: …, en: … \}/,
  ],
  ['that is a number', site('▶city: 35037'), /"city" is not usable/, /a text: put the number in quotes/],
  ['that is blank', site('▶city: " "'), /"city" is not usable/, /a text that is not empty/],
  ['with the character NUL', site('▶city: "a\\0b"'), /"city"/, /without control characters.*U\+0000/],
  [
    'that no index could hold',
    site(`▶city: ${'Köln '.repeat(400)}`),
    /"city" is not usable/,
    /at most 1800 bytes/,
  ],
  [
    'whose sort key no index could hold',
    site(`▶city: ${'\uFDFA'.repeat(100)}`),
    /"city" is not usable/,
    /at most 1800 bytes/,
  ],
  ['with half a character', site('▶city: "a\\uD83Db"'), /"city"/, /U\+D83D/],
  ['in no language', site('▶description: A hospital'), /"description"/, /\{ de: …, en: … \}/],
  ['under no language tag', site('▶description: { German: x }'), /"description"/, /\{ de: …, en: … \}/],
  ['that is empty in one language', site('description: { de: x, ▶en: "" }'), /"description.en"/, /not empty/],
  ['in a list that is none', dataset('▶keywords: covid'), /"keywords"/, /a list of texts/],
  ['in a list, by its place', dataset('keywords: [covid, ▶19]'), /"keywords.1"/, /the number in quotes/],
  [
    'with a character that another program lost',
    site('▶city: "K\uFFFDln"'),
    /"city"/,
    /U\+FFFD .*write that one anew/,
  ],
  ['with what is no character', site('▶city: "K\uFFFEln"'), /"city"/, /U\+FFFE/],
  ['of which nothing is seen', site('▶city: "\\u200B\\u00AD"'), /"city"/, /a text that is not empty/],
  ['as an address without scheme', site('▶homepage: www.x.de'), /"homepage"/, /an absolute web address/],
  ['as an address that runs a script', site('▶homepage: "javascript:alert(1)"'), /"homepage"/, /https:\/\//],
  ['as an address that is data', site('▶homepage: "data:text/html,x"'), /"homepage"/, /https:\/\//],
  ['as an address of a file', site('▶homepage: "file:///etc/passwd"'), /"homepage"/, /https:\/\//],
  ['as an address of Visual Basic', site('▶homepage: "VBScript:x"'), /"homepage"/, /https:\/\//],
  ['as an IRI that runs a script', dataset('▶licence: "javascript:alert(1)"'), /"licence"/, /urn:/],
  [
    'as an IRI in a list, by its place',
    dataset('places: ["https://x.example/A", ▶"javascript:alert(1)"]'),
    /"places.1"/,
    /urn:/,
  ],
  ['as an address with a bar', site('▶homepage: "https://x.de/a|b"'), /"homepage"/, /U\+007C: percent-enc/],
  ['as an address with a stray %', site('▶homepage: "https://x.de/100%"'), /"homepage"/, /U\+0025/],
  ['as an IRI with a brace', dataset('▶licence: "urn:x-a:{b}"'), /"licence"/, /U\+007B/],
  ['as an address with NUL', site('▶homepage: "https://x.de/\\0"'), /"homepage"/, /U\+0000/],
]);

const identifier = (scheme: string, value: string): string =>
  site(`identifiers: [{ scheme: ${scheme}, ▶value: "${value}" }]`);

testRefusals('an identifier that is none of its scheme is refused', [
  ['of DOI', identifier('DOI', 'siehe Webseite'), /"identifiers.0.value"/, /It takes a DOI, such as/],
  ['of ROR, by its check digits', identifier('ROR', '023nzv584'), /"identifiers.0.value"/, /a ROR id/],
  ['of ISNI, by its check digit', identifier('ISNI', '0000000088523051'), /"identifiers.0/, /an ISNI/],
  ['of Wikidata', identifier('WIKIDATA', 'P31'), /"identifiers.0/, /a Wikidata item/],
  ['of GRID', identifier('GRID', '16149.3b'), /"identifiers.0/, /a GRID id/],
  ['of Crossref', identifier('CROSSREF_FUNDER', '10.1007/x'), /"identifiers.0/, /Crossref Funder/],
  ['of a funder', identifier('GRANT_NUMBER', 'siehe Webseite'), /"identifiers.0/, /number of a grant/],
  ['of the MII', identifier('MII_SITE', 'siehe Webseite'), /"identifiers.0/, /Medical Informatics/],
  [
    'where an attribute holds it',
    award('{ amount: 1, currency: EUR }').replace('▶amount', 'amount') + '    ▶grantNumber: siehe Webseite\n',
    /"grantNumber"/,
    /number of a grant/,
  ],
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
  [
    'as what German texts write for a thousand',
    site('▶numberOfMembers: 1.000'),
    /"numberOfMembers"/,
    /from 0 to 2147483647, in digits only: 1000 without quotes, not 1\.000\.$/,
  ],
  ['as thousands', site('▶numberOfMembers: 3.800'), /"numberOfMembers"/, /: 3800 without quotes, not 3\.800/],
  ['as a million', site('▶numberOfMembers: 1.000.000'), /"numberOfMembers"/, /: 1000000 without quotes/],
  ['with a comma', site('▶numberOfMembers: 1,000'), /"numberOfMembers"/, /: 1000 without quotes/],
  ['with low lines', site('▶numberOfMembers: 1_000'), /"numberOfMembers"/, /: 1000 without quotes/],
  [
    'with a fraction of nothing',
    site('▶numberOfMembers: 36.0'),
    /"numberOfMembers"/,
    /: 36 without quotes, not 36\.0/,
  ],
  ['with an exponent', site('▶numberOfMembers: 3.6e1'), /"numberOfMembers"/, /: 36 without quotes/],
  ['in hexadecimal digits', site('▶numberOfMembers: 0x10'), /"numberOfMembers"/, /: 16 without quotes/],
  ['in octal digits', site('▶numberOfMembers: 0o17'), /"numberOfMembers"/, /: 15 without quotes/],
  ['with a zero before it', site('▶numberOfMembers: 017'), /"numberOfMembers"/, /: 17 without quotes/],
  ['with a plus before it', site('▶numberOfMembers: +5'), /"numberOfMembers"/, /: 5 without quotes/],
  ['by a tag', site('▶numberOfMembers: !!int "0x10"'), /"numberOfMembers"/, /: 16 without quotes/],
  ['that is infinite', site('▶numberOfMembers: .inf'), /"numberOfMembers"/, /in digits only\.$/],
  ['that is none', site('▶numberOfMembers: .nan'), /"numberOfMembers"/, /in digits only\.$/],
  [
    'by an alias',
    site('listedSite: &no false\n    ▶numberOfMembers: *no'),
    /"numberOfMembers"/,
    /a whole number/,
  ],
  ['below zero where it counts', site('▶numberOfMembers: -5'), /"numberOfMembers"/, /from 0 to/],
  ['as programs write what is missing', dataset('▶numberOfRecords: -99'), /"numberOfRecords"/, /from 0 to/],
  [
    'of sites below zero',
    'Infrastructure:\n  - slug: x\n    name: { en: X }\n    ▶numberOfSites: -1\n    ' + evidence,
    /"numberOfSites"/,
    /from 0 to/,
  ],
  [
    'of persons below zero',
    dataset('▶numberOfUniqueIndividuals: -1'),
    /"numberOfUniqueIndividuals"/,
    /from 0 to/,
  ],
  ['as a flag', site('▶listedSite: 1'), /"listedSite"/, /true or false/],
  ['as money in a currency that is none', award('{ amount: 1, currency: XQZ }'), /"amount"/, /EUR/],
  [
    'as money that is qualified in words of its own',
    award('{ amount: 1, currency: EUR, ▶qualifier: roughly }').replace('▶amount', 'amount'),
    /"amount.qualifier"/,
    /EXACT, APPROXIMATE, AT_LEAST, UP_TO/,
  ],
  ['as money without a currency', award('5'), /Award "period-2" – "infrastructures\/racoon"/, /EUR/],
  ['as money below zero', award('{ amount: -1, currency: EUR }'), /"amount"/, /EUR/],
  [
    'as money with a point between its thousands',
    award('{ amount: 3.800, currency: EUR }'),
    /"amount"/,
    /3800 or 3\.80, not 3\.800/,
  ],
  [
    'as money with a tenth of a cent',
    award('{ amount: 3.805, currency: EUR }'),
    /"amount"/,
    /two decimals at most/,
  ],
  ['as money with an exponent', award('{ amount: 3.8e6, currency: EUR }'), /"amount"/, /in digits/],
  ['as money in hexadecimal digits', award('{ amount: 0x10, currency: EUR }'), /"amount"/, /in digits/],
  [
    'as money whose last digits would be lost',
    award('{ amount: 10000000000000, currency: EUR }'),
    /"amount"/,
    /EUR/,
  ],
  [
    'as money whose cents would be lost',
    award('{ amount: 10000000000000.01, currency: EUR }'),
    /"amount"/,
    /EUR/,
  ],
  ['as money in quotes', award('{ amount: "3.800", currency: EUR }'), /"amount"/, /in digits/],
  ['as money in coins of its own', award('{ amount: 1, currency: thaler }'), /"amount"/, /EUR/],
]);

testRefusals('a date is refused', [
  ['that no calendar has', dataset('▶issuedOn: 2021-02-29'), /"issuedOn"/, /'2022-09-01'/],
  ['that is a bare year', dataset('▶issuedOn: 2021'), /"issuedOn"/, /a quoted date as stated: '2022'/],
  ['in a period without days', dataset('▶temporalCoverage: {}'), /"temporalCoverage"/, /at least one/],
  [
    'in a period that ends before it begins',
    dataset('▶temporalCoverage: { startsOn: 2022-01-01, endsOn: 2021-01-01 }'),
    /"temporalCoverage"/,
    /in this order/,
  ],
  [
    'of a name in use',
    site('otherNames: [{ language: de, value: UKGM, ▶startsOn: 2005 }]'),
    /"otherNames.0.startsOn"/,
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
    'in hexadecimal degrees',
    site('▶location: { latitude: 0x10, longitude: 8 }'),
    /"location"/,
    /such as 50\.81/,
  ],
  ['with an exponent', site('▶location: { latitude: 5e1, longitude: 8 }'), /"location"/, /such as 50\.81/],
  [
    'of an unknown precision',
    site('location: { latitude: 50, longitude: 8, ▶precision: ROOM }'),
    /"location.precision"/,
    /HOSPITAL, CITY/,
  ],
]);
