/** Identifiers: one spelling in the catalogue, whatever spelling somebody has copied from somewhere. */
import fc from 'fast-check';
import {
  canonicalBeginning,
  canonicalIdentifier,
  identifierIri,
} from '../../src/resource/identifiers/identifiers';
import { codesOf } from '../../src/vocabulary/concept-scheme';
import { IdentifierScheme } from '../../src/vocabulary/identifier-scheme';

const spellings: [IdentifierScheme, string, string[]][] = [
  [
    'DOI',
    '10.1007/s00063-020-00764-2',
    [
      '10.1007/S00063-020-00764-2',
      'doi:10.1007/s00063-020-00764-2',
      'DOI: 10.1007/s00063-020-00764-2',
      'doi 10.1007/s00063-020-00764-2',
      'https://doi.org/10.1007/s00063-020-00764-2',
      'http://dx.doi.org/10.1007/s00063-020-00764-2',
      'https://www.doi.org/10.1007/s00063-020-00764-2?utm_source=x#top',
      'https://doi.org/10.1007%2Fs00063-020-00764-2',
      'doi.org/10.1007/s00063-020-00764-2/',
      'https://doi.org/doi:10.1007/s00063-020-00764-2',
      'urn:doi:10.1007/s00063-020-00764-2',
      'info:doi/10.1007/s00063-020-00764-2',
      '\u00A010.1007/s00063\u00AD-020-00764-2\u200B',
    ],
  ],
  ['DOI', '10.1002/(sici)1<1::aid-x>3.0.co;2-#', ['10.1002/(SICI)1<1::AID-X>3.0.CO;2-#']],
  [
    'PMID',
    '39934366',
    [
      'PMID 39934366',
      'pmid:39934366',
      'https://pubmed.ncbi.nlm.nih.gov/39934366/',
      'http://www.pubmed.gov/39934366/',
      'https://www.ncbi.nlm.nih.gov/pubmed/39934366',
    ],
  ],
  [
    'PMCID',
    'PMC9870206',
    [
      '9870206',
      'pmc9870206',
      'PMCID: PMC9870206',
      'https://pmc.ncbi.nlm.nih.gov/articles/PMC9870206',
      'https://www.ncbi.nlm.nih.gov/pmc/articles/PMC9870206/',
    ],
  ],
  [
    'ARXIV',
    '2606.16861',
    [
      'arXiv:2606.16861',
      'arxiv: 2606.16861v2',
      'https://arxiv.org/abs/2606.16861',
      'https://arxiv.org/pdf/2606.16861v1.pdf',
    ],
  ],
  ['ARXIV', 'hep-th/9901001', ['hep-th/9901001v3', 'HEP-TH/9901001']],
  [
    'CROSSREF_FUNDER',
    '10.13039/501100002347',
    ['501100002347', 'https://doi.org/10.13039/501100002347', 'doi:10.13039/501100002347'],
  ],
  [
    'ROR',
    'https://ror.org/032nzv584',
    [
      '032nzv584',
      '032NZV584',
      'ror.org/032nzv584',
      'http://ror.org/032nzv584/',
      'https://www.ror.org/032nzv584',
      'ROR:032nzv584',
      ' https://ror.org/032nzv584\u200B',
    ],
  ],
  [
    'ISNI',
    '0000 0000 8852 305X',
    [
      '000000008852305X',
      '000000008852305x',
      '0000-0000-8852-305X',
      '0000\u20130000\u20138852\u2013305X',
      '0000\u00A00000 8852  305x',
      'ISNI 0000 0000 8852 305X',
      'ISNI:000000008852305X',
      'https://isni.org/isni/000000008852305X',
      'http://www.isni.org/000000008852305X',
    ],
  ],
  [
    'WIKIDATA',
    'Q560144',
    [
      'q560144',
      'wd:Q560144',
      'https://www.wikidata.org/wiki/Q560144',
      'http://www.wikidata.org/entity/Q560144',
      'https://www.wikidata.org/wiki/Q560144#sitelinks',
      'https://m.wikidata.org/wiki/Q560144?uselang=de',
      'https://www.wikidata.org/wiki/Special:EntityData/Q560144',
    ],
  ],
  ['GRID', 'grid.16149.3b', ['GRID.16149.3B', 'https://www.grid.ac/institutes/grid.16149.3b']],
  [
    'GRANT_NUMBER',
    '01KX2121',
    ['01kx2121', '01 KX 2121', '01-KX-2121', 'FKZ 01KX2121', 'FKZ: 01 KX 2121', 'Förderkennzeichen 01KX2121'],
  ],
  ['GRANT_NUMBER', 'KI 1234/5-1', ['ki 1234/5-1', 'KI 1234 / 5 - 1']],
  ['MII_SITE', 'UKA', ['uka', ' UKA ']],
  ['MII_SITE', 'Charité', ['Charite', 'CHARITÉ', 'Charite\u0301']],
  ['MII_SITE', 'UKEr', ['uker', 'UKER']],
];

const cases = spellings.flatMap(([scheme, identifier, others]) =>
  [identifier, ...others].map((spelling) => ({ scheme, identifier, spelling })),
);

describe('an identifier', () => {
  it.each(cases)('$scheme is understood as $spelling', ({ scheme, identifier, spelling }) => {
    expect(canonicalIdentifier(scheme, spelling)).toBe(identifier);
  });

  it.each<[IdentifierScheme, string]>([
    ['DOI', 'x10.1007/s'],
    ['DOI', '10.1007/s 1'],
    ['DOI', '10.1007.a/s'],
    ['PMID', '0'],
    ['PMID', 'PMC9870206'],
    ['PMID', '123456789'],
    ['PMCID', 'PMC'],
    ['PMCID', 'PMC0870206'],
    ['ARXIV', '2606.168'],
    ['ARXIV', '26061.68612'],
    ['CROSSREF_FUNDER', 'x10.13039/501100002347'],
    ['CROSSREF_FUNDER', '10.13039/5011000023'],
    ['CROSSREF_FUNDER', '10.13039/5011000023471'],
    ['CROSSREF_FUNDER', '10.13039/5'],
    ['CROSSREF_FUNDER', '10.13039/abcdefghi'],
    ['CROSSREF_FUNDER', '25'],
  ])('has a form that is checked: no %s is %s', (scheme, text) => {
    expect(canonicalIdentifier(scheme, text)).toBeNull();
  });

  it('may have a prefix of several parts', () => {
    expect(canonicalIdentifier('DOI', '10.1000.10/123456')).toBe('10.1000.10/123456');
  });

  it('is told from one with two digits exchanged, by its check digits', () => {
    expect(canonicalIdentifier('ROR', 'https://ror.org/023nzv584')).toBeNull();
    expect(canonicalIdentifier('ISNI', '0000 0000 8852 3051')).toBeNull();
    expect(canonicalIdentifier('ISNI', '0000 0000 8825 305X')).toBeNull();
  });

  it('is none where a sentence stands, whatever the scheme', () => {
    const found = codesOf(IdentifierScheme).map((scheme) => [
      scheme,
      ...[
        'siehe Webseite',
        'siehe Seite 3',
        '',
        '%',
        'https://example.org/',
        'n/a',
        '10.1007',
        'x'.repeat(301),
      ].map((text) => canonicalIdentifier(scheme, text)),
    ]);
    // "n/a" has no digit, "10.1007" alone no suffix; a code of a site is any word of capitals.
    expect(
      found
        .flat()
        .filter((each) => each !== null && !codesOf(IdentifierScheme).includes(each as IdentifierScheme)),
    ).toEqual(['10.1007']);
  });

  it('has one web address, in which every sign can stand', () => {
    const addressOf = (scheme: IdentifierScheme, value: string) => identifierIri({ scheme, value });
    expect(addressOf('DOI', '10.1002/(sici)1<1::aid-x>3.0.co;2-#')).toBe(
      'https://doi.org/10.1002/(sici)1%3C1::aid-x%3E3.0.co;2-%23',
    );
    expect(addressOf('ROR', 'https://ror.org/032nzv584')).toBe('https://ror.org/032nzv584');
    expect(addressOf('ISNI', '0000 0000 8852 305X')).toBe('https://isni.org/isni/000000008852305X');
    expect(addressOf('WIKIDATA', 'Q1')).toBe('http://www.wikidata.org/entity/Q1');
    expect(addressOf('MII_SITE', 'UKA')).toBeNull();
  });

  it('is found at its own web address', () => {
    for (const { scheme, identifier } of cases) {
      const address = identifierIri({ scheme, value: identifier });
      if (address !== null) expect(canonicalIdentifier(scheme, address)).toBe(identifier);
    }
  });

  it('in its one spelling is spelt like that', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.string({ unit: 'binary', maxLength: 12 }).map((suffix) => `10.1234/${suffix}`),
      fc.constantFrom(...cases.map(({ spelling }) => spelling)),
    );
    fc.assert(
      fc.property(fc.constantFrom(...codesOf(IdentifierScheme)), texts, (scheme, text) => {
        const identifier = canonicalIdentifier(scheme, text);
        if (identifier !== null) expect(canonicalIdentifier(scheme, identifier)).toBe(identifier);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('the beginning of an identifier', () => {
  it.each([
    ['DOI', 'https://doi.org/10.1007/S', '10.1007/s'],
    ['DOI', 'doi:10.1007/', '10.1007/'],
    ['ROR', '03', 'https://ror.org/03'],
    ['ROR', 'https://ror.org/03', 'https://ror.org/03'],
    ['ROR', 'https://ro', 'https://ro'],
    ['ISNI', '00000001', '0000 0001'],
    ['ISNI', '0000-0001-2', '0000 0001 2'],
    ['WIKIDATA', 'q56', 'Q56'],
    ['GRANT_NUMBER', '01kx', '01KX'],
    ['MII_SITE', 'Char', 'Char'],
    ['MII_SITE', 'uk', 'UK'],
  ] as [IdentifierScheme, string, string][])('%s is understood as %s', (scheme, text, beginning) => {
    expect(canonicalBeginning(scheme, text)).toBe(beginning);
  });
});
