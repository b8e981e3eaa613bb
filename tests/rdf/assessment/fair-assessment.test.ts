/** The FAIR metrics of datasets whose points were added up by hand from the list of metrics in docs/fair.md. */
import { assess, fairTests } from '../../../src/rdf/assessment/fair-assessment';
import type { WholeRecord } from '../../../src/resource/whole-record';
import { dataset } from './hand-made';

const outcomeOf = (whole: WholeRecord, id: string) =>
  assess(whole).results.find(({ test }) => test.id === id)?.outcome;

describe('the tests', () => {
  it('are those of F-UJI 0.8, with its points', () => {
    const points = new Map<string, number>();
    for (const { metric, points: own } of fairTests) points.set(metric, (points.get(metric) ?? 0) + own);
    expect(Object.fromEntries(points)).toEqual({
      'FsF-F1-01MD': 1,
      'FsF-F1-02MD': 1,
      'FsF-F2-01M': 2,
      'FsF-F3-01M': 1,
      'FsF-F4-01M': 2,
      'FsF-A1-01M': 1,
      'FsF-A1-02MD': 2,
      'FsF-A1.1-01MD': 2,
      'FsF-A1.2-01MD': 2,
      'FsF-I1-01M': 2,
      'FsF-I2-01M': 2,
      'FsF-I3-01M': 2,
      'FsF-R1-01M': 2,
      'FsF-R1.1-01M': 1,
      'FsF-R1.2-01M': 1,
      'FsF-R1.3-01M': 1,
      'FsF-R1.3-02D': 1,
    });
  });

  it('have an id of their own, and say in both languages what they test', () => {
    expect(new Set(fairTests.map(({ id }) => id)).size).toBe(fairTests.length);
    for (const { id, metric, about } of fairTests) {
      expect(id.startsWith(`${metric}-`)).toBe(true);
      for (const text of [about.de, about.en]) expect(text).toMatch(/^[A-ZÄÖÜ].*\.$/);
    }
  });

  it('do not count what a record alone cannot tell', () => {
    const { results, testable } = assess(dataset({ slug: 'bare' }));
    const untested = results.filter(({ outcome }) => outcome === 'NOT_TESTED');
    expect(untested.map(({ test }) => test.id)).toEqual(['FsF-F1-02MD-2', 'FsF-A1-02MD-1', 'FsF-A1-02MD-2']);
    expect(untested.every(({ remedy, reached }) => remedy === null && reached === 0)).toBe(true);
    // 26 points in all, without 0.5 for the registration of the identifier, and 2 for what the network would tell.
    expect(testable).toBe(23.5);
  });
});

describe('a dataset', () => {
  it('with nothing but a name and a kind reaches 10.5 points', () => {
    // F1 1 · F2 title, identifier and type of six: 0.5 · F4 2 · A1.1 1 · A1.2 1 · I1 2 · I2 2 · R1 type 1
    expect(assess(dataset({ slug: 'bare' }))).toMatchObject({ reached: 10.5, score: 45 });
  });

  it('of which a source is cited reaches one more, for its provenance', () => {
    expect(assess(dataset({ slug: 'cited' }, { evidence: true }))).toMatchObject({
      reached: 11.5,
      score: 49,
    });
  });

  it('with a description, access rights and a page reaches 16', () => {
    const described = dataset(
      { slug: 'described', description: { en: 'About hearts.' }, accessRights: 'RESTRICTED' },
      { evidence: true, distributions: [{ accessUrl: 'https://data.example.org/hearts' }] },
    );
    // 11.5 as above · summary without keywords, publisher and date 0.5 · data address F3 1, A1.1 1, A1.2 1 · access rights 1 · nothing else
    expect(assess(described)).toMatchObject({ reached: 16, score: 68 });
  });

  it('with everything reaches all', () => {
    const whole = dataset(
      {
        slug: 'whole',
        description: { en: 'About hearts.' },
        keywords: ['heart'],
        issuedOn: '2024-01-01',
        accessRights: 'PUBLIC',
        licence: 'https://creativecommons.org/licenses/by/4.0/',
        numberOfRecords: 12,
      },
      {
        roles: ['CREATOR', 'PUBLISHER'],
        identifiers: [{ scheme: 'DOI', value: '10.5281/zenodo.1' }],
        standards: ['gecco'],
        distributions: [
          { downloadUrl: 'https://data.example.org/hearts.csv', mediaType: 'text/csv', byteSize: 2048 },
        ],
      },
    );
    const { results } = assess(whole);
    const short = results.filter(({ outcome }) => outcome === 'PARTLY' || outcome === 'FAIL');
    expect(short.map(({ test }) => test.id)).toEqual([]);
    expect(assess(whole)).toMatchObject({ reached: 23.5, score: 100 });
  });
});

describe('a test', () => {
  it('is passed partly by a licence that programs do not know', () => {
    const licence = (address: string) => dataset({ slug: 'a', licence: address });
    expect(outcomeOf(licence('https://example.org/terms'), 'FsF-R1.1-01M-1')).toBe('PARTLY');
    expect(outcomeOf(licence('https://spdx.org/licenses/CC0-1.0'), 'FsF-R1.1-01M-1')).toBe('PASS');
    expect(outcomeOf(dataset({ slug: 'a' }), 'FsF-R1.1-01M-1')).toBe('FAIL');
  });

  it('of what describes a dataset asks for what cites it, too', () => {
    const described = { slug: 'a', description: { en: 'About hearts.' }, keywords: ['heart'] };
    const roles = ['CREATOR', 'PUBLISHER'];
    expect(outcomeOf(dataset(described, { roles }), 'FsF-F2-01M-3')).toBe('PARTLY');
    expect(outcomeOf(dataset({ ...described, issuedOn: '2024-01-01' }, { roles }), 'FsF-F2-01M-3')).toBe(
      'PASS',
    );
    expect(outcomeOf(dataset({ slug: 'a', issuedOn: '2024-01-01' }, { roles }), 'FsF-F2-01M-3')).toBe('FAIL');
  });

  it.each([
    [{ format: 'CSV' }, 'PASS'],
    [{ format: 'ZIP' }, 'PARTLY'],
    [{ mediaType: 'text/vcard' }, 'PASS'],
    [{ mediaType: 'application/msword' }, 'PARTLY'],
    [{}, 'FAIL'],
  ])('of the format of %p: %s', (file, expected) => {
    expect(outcomeOf(dataset({ slug: 'a' }, { distributions: [file] }), 'FsF-R1.3-02D-1')).toBe(expected);
  });

  it('takes a sample for no way to the data', () => {
    const sampled = (content: string | null) =>
      dataset({ slug: 'a' }, { distributions: [{ accessUrl: 'https://data.example.org/', content }] });
    expect(outcomeOf(sampled('SAMPLE'), 'FsF-F3-01M-2')).toBe('FAIL');
    expect(outcomeOf(sampled(null), 'FsF-F3-01M-2')).toBe('PASS');
  });

  it('takes a licence from a distribution, too', () => {
    const offered = dataset(
      { slug: 'a' },
      { distributions: [{ licence: 'https://creativecommons.org/licenses/by-nc/4.0/' }] },
    );
    expect(outcomeOf(offered, 'FsF-R1.1-01M-1')).toBe('PASS');
  });

  it('fails for an identifier that nobody promises to keep', () => {
    const numbered = dataset({ slug: 'a' }, { identifiers: [{ scheme: 'WIKIDATA', value: 'Q560144' }] });
    expect(outcomeOf(numbered, 'FsF-F1-02MD-1')).toBe('FAIL');
  });

  it('is passed partly by the size of a file without its format', () => {
    const sized = dataset({ slug: 'a' }, { distributions: [{ byteSize: 1 }] });
    expect(outcomeOf(sized, 'FsF-R1-01M-2')).toBe('PARTLY');
  });

  it('says in which record and field it read what it found', () => {
    const offered = dataset({ slug: 'a' }, { distributions: [{ downloadUrl: 'https://data.example.org/' }] });
    const read = assess(offered).results.find(({ test }) => test.id === 'FsF-F3-01M-2')?.found;
    expect(read).toEqual([
      {
        key: 'distributions/a-0',
        field: 'downloadUrl',
        property: 'http://www.w3.org/ns/dcat#downloadURL',
        value: 'https://data.example.org/',
      },
    ]);
  });
});

describe('the remedy', () => {
  const remedyOf = (id: string) =>
    assess(dataset({ slug: 'bare' })).results.find(({ test }) => test.id === id)?.remedy;

  it('names the fields that a steward writes', () => {
    expect(remedyOf('FsF-F2-01M-3')).toEqual({
      de: 'Geben Sie `description` (Beschreibung), `keywords` (Schlagwörter), einen Eintrag `Provision` mit der Rolle `CREATOR`, `issuedOn` (Veröffentlicht) und einen Eintrag `Provision` mit der Rolle `PUBLISHER` an.',
      en: 'State `description` (Description), `keywords` (Keywords), a `Provision` with the role `CREATOR`, `issuedOn` (Published) and a `Provision` with the role `PUBLISHER`.',
    });
  });

  it('names the part of the record that would have the field', () => {
    expect(remedyOf('FsF-F3-01M-2')?.en).toBe('State `accessUrl` (Access page) of a `Distribution`.');
  });

  it('names the role of a link that would say it', () => {
    expect(remedyOf('FsF-F2-01M-2')?.en).toBe(
      'State a `Provision` with the role `CREATOR`, `issuedOn` (Published) and a `Provision` with the role `PUBLISHER`.',
    );
  });
});
