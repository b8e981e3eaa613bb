/** What our checker says of a document, and by which access level it judges. */
import { readFileSync } from 'node:fs';
import { Parser } from 'n3';
import { conformityBesideVocabularies, publicCodes } from '../../../src/rdf/profiles/background';
import { check, conformity } from '../../../src/rdf/profiles/check';
import type { Profile } from '../../../src/rdf/profiles/profile';
import { publicSchemes } from '../../../src/rdf/profiles/public-schemes';
import { describeOfficial, officialFile, officialQuads, shaclResults } from '../../helpers/shacl';
import { profiles } from './agreement';

const profile = (name: string): Profile => {
  const found = profiles.find(name);
  if (!found) throw new Error(`There is no profile ${name}.`);
  return found;
};

const quadsOf = (turtle: string) =>
  new Parser().parse(`PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX dct: <http://purl.org/dc/terms/>
PREFIX access: <http://publications.europa.eu/resource/authority/access-right/>
PREFIX health: <http://healthdataportal.eu/ns/health#>
${turtle}`);

/** What is found at a property, in short. */
const at = (turtle: string, name: string, property: string, level?: string) =>
  check(quadsOf(turtle), profile(name), { level })
    .filter((finding) => finding.property === property)
    .map(({ severity, constraint }) => `${severity} ${constraint}`);

describe('The access level', () => {
  const leveled = (code: string) => `<urn:d> a dcat:Dataset ; dct:accessRights access:${code} .`;

  it.each(['PUBLIC', 'RESTRICTED', 'NON_PUBLIC'])('is that of the document: %s', (level) => {
    expect(conformity(quadsOf(leveled(level)), profile('healthdcat-ap')).level).toBe(level);
    expect(at(leveled(level), 'healthdcat-ap', 'dct:accessRights')).not.toContain('violation hasValue');
  });

  it('is the one with the fewest demands where none is stated', () => {
    expect(conformity(quadsOf('<urn:d> a dcat:Dataset .'), profile('healthdcat-ap')).level).toBe('PUBLIC');
  });

  it('decides what must be and what is recommended', () => {
    const document = '<urn:d> a dcat:Dataset .';

    expect(at(document, 'healthdcat-ap', 'dcat:keyword', 'PUBLIC')).toEqual(['warning minCount']);
    expect(at(document, 'healthdcat-ap', 'dcat:keyword', 'NON_PUBLIC')).toEqual(['violation minCount']);
  });

  it('is none for a profile without levels', () => {
    expect(conformity([], profile('dcat-ap')).level).toBeNull();
  });
});

it('a document without a dataset breaks the rule that only SPARQL could say', () => {
  expect(check([], profile('healthdcat-ap'))).toEqual([
    expect.objectContaining({ focus: null, constraint: 'hasInstance', severity: 'violation' }),
  ]);
});

it('structured data need variables', () => {
  const structured = (value: string) => `<urn:d> a dcat:Dataset ; health:hasStructuredData ${value} .`;
  const variables = 'healthdcatap:hasVariables';

  expect(at(structured('true'), 'healthdcat-ap', variables)).toEqual(['violation or']);
  expect(at(structured('false'), 'healthdcat-ap', variables)).toEqual([]);
});

it('what is recommended by an included profile is not demanded, nor said', () => {
  expect(at('<urn:d> a dcat:Dataset .', 'dcat-ap', 'dct:temporal')).toEqual(['warning minCount']);
  expect(at('<urn:d> a dcat:Dataset .', 'dcat-ap-de', 'dct:temporal')).toEqual([]);
  expect(at('<urn:d> a dcat:Dataset .', 'dcat-ap-de', 'dct:title')).toEqual(['violation minCount']);
});

it('every rule has its words in both languages', () => {
  const words = profiles.all.flatMap((each) =>
    check(
      quadsOf(`<urn:d> a dcat:Dataset, dcat:Catalog, dcat:Distribution ; dct:license "x" ; dct:type "y" ;
        dct:issued "z" ; dcat:theme "t" ; dct:publisher <urn:p> ; dcat:distribution <urn:e> .`),
      each,
    ).flatMap(({ message, remedy }) => [message.de, message.en, remedy.de, remedy.en]),
  );

  expect(words.length).toBeGreaterThan(200);
  for (const sentence of words) {
    expect(sentence).toMatch(/\S.*\.$/);
    expect(sentence).not.toMatch(/undefined|\[object/);
  }
});

describeOfficial("The release's own example of HealthDCAT-AP", () => {
  const file = 'standards/healthdcat-ap-r8/examples/example-healthdcat-dataset.ttl';
  const below = (folder: string, name: string) => [`standards/${folder}/${name}.ttl`];

  it('gives by each official file what is known of it, without vocabularies beside it', async () => {
    const quads = officialQuads(file);
    const counts = await Promise.all(
      [
        below('healthdcat-ap-r8', 'shapes/non-public-shapes'),
        below('dcat-ap-3.0.1', 'shacl/shapes'),
        below('healthdcat-ap-r8', 'ranges/range'),
        below('healthdcat-ap-r8', 'controlled-vocabularies/mdr-vocabularies.shape'),
        below('dcat-ap-3.0.1', 'shacl/range'),
      ].map(async (files) => (await shaclResults(quads, files)).length),
    );

    expect(counts).toEqual([0, 0, 2, 35, 15]);
  });

  it('conforms at its level beside the vocabularies', () => {
    const quads = new Parser().parse(readFileSync(officialFile(file), 'utf8'));
    const alone = conformity(quads, profile('healthdcat-ap'));
    const beside = conformityBesideVocabularies(quads, profile('healthdcat-ap'), {
      codes: publicCodes(publicSchemes),
    });

    expect([alone.level, alone.conforms]).toEqual(['NON_PUBLIC', false]);
    expect([beside.level, beside.conforms]).toEqual(['NON_PUBLIC', true]);
  });
});
