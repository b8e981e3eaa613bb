/** The seeds as a whole: which attributes no source fills, and that what is said of an article is not said of a dataset. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { registry } from '../helpers/small-world';

interface Seed extends Record<string, unknown> {
  slug?: string;
  identifiers?: { scheme: string; value: string }[];
}

const folder = join(__dirname, '../../seeds');
const seeds = new Map<string, Seed[]>();
for (const file of readdirSync(folder).filter((each) => each.endsWith('.yaml'))) {
  const classes = parse(readFileSync(join(folder, file), 'utf8')) as Record<string, Seed[]>;
  for (const [type, records] of Object.entries(classes))
    seeds.set(type, [...(seeds.get(type) ?? []), ...records]);
}
const seedsOf = (type: string): Seed[] => seeds.get(type) ?? [];

const oneName = 'no source names it otherwise';
const noPage = 'it has no page of its own';
const noTime = 'no source says when it began or ended';

/** What no seed fills, by class, each with the reason. One that gets filled goes from here; a new one needs a reason, or is not declared. */
const unfilled: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  FundingPeriod: { homepage: noPage },
  Dataset: {
    otherNames: oneName,
    healthCategories: 'no source sorts a dataset into the categories of the European Health Data Space',
    healthThemes: 'no source sorts a dataset into the themes of HealthDCAT-AP',
    types: 'no source sorts a dataset into the types of the European Union',
    places: 'the country is all that sources name',
    minTypicalAge: 'no source states one',
    maxTypicalAge: 'no source states one',
    retentionPeriod: 'no source states one',
    purposes: 'no source states any in the words of the vocabulary',
    purposeAsStated: 'no source states one of a dataset',
    legalBases: 'no source states any',
    legalBasis: 'no source states one',
    personalData: 'no source states which',
    legislation: 'no source states any',
    issuedOn: 'sources date versions, and no first publication',
    qualityCertificates: 'no source names one',
    temporalResolution: 'no source states one',
  },
  Distribution: {
    otherNames: oneName,
    description: 'its name says what it is',
    homepage: 'it has an access address instead',
    status: 'no source states one',
    content: 'no source offers a sample or analytics as such',
    compressFormat: 'no source states one',
    packageFormat: 'no source states one',
    temporalResolution: 'no source states one',
    legislation: 'no source states any',
  },
  DataTable: { otherNames: oneName, homepage: noPage, keywords: 'no source gives any' },
  Variable: {
    otherNames: oneName,
    homepage: noPage,
    propertyUrl: 'no source says in a vocabulary what one means',
  },
  Standard: { otherNames: oneName },
  Publication: { otherNames: oneName, homepage: 'its DOI leads to it' },
  Software: { otherNames: oneName },
  Contact: { otherNames: oneName, telephone: 'sources give e-mail addresses and pages of offices' },
  PolicyStatement: { otherNames: oneName, homepage: noPage },
  DataCatalogue: {
    otherNames: oneName,
    homepage: 'its page is that of the gateway that serves it',
    contact: 'no source names an office to ask',
    legislation: 'no source says under which legislation it is kept',
  },
  StrategicGoal: { otherNames: oneName, homepage: noPage },
  ResearchCategory: { otherNames: oneName, homepage: noPage },
  Involvement: { startsOn: noTime, endsOn: noTime },
  Usage: { startsOn: noTime, endsOn: noTime },
  Provision: { startsOn: noTime, endsOn: noTime },
  Conformance: { startsOn: noTime, endsOn: noTime },
  Participation: { endsOn: noTime },
  Project: { fundingPeriod: 'a project may run in several: `fundingPeriods` names those of its awards' },
};

it('fill every attribute and reference, but for those with a reason', () => {
  const found = registry.all.flatMap(({ type, attributes, references }) => {
    const names = [...attributes.filter(({ derived }) => !derived), ...references].map(({ name }) => name);
    const empty = names.filter((name) => seedsOf(type).every((record) => record[name] == null));
    return empty.map((name) => `${type}.${name}`);
  });
  const expected = Object.entries(unfilled).flatMap(([type, names]) =>
    Object.keys(names).map((name) => `${type}.${name}`),
  );

  expect(found.sort()).toEqual(expected.sort());
});

const doisOf = (type: string): string[] =>
  seedsOf(type).flatMap(({ identifiers = [] }) =>
    identifiers.filter(({ scheme }) => scheme === 'DOI').map(({ value }) => value),
  );

it('give a dataset no DOI of an article', () => {
  const articles = doisOf('Publication');

  expect(articles.length).toBeGreaterThan(20);
  expect(doisOf('Dataset').filter((doi) => articles.includes(doi))).toEqual([]);
  expect(doisOf('Dataset')).toContain('10.5281/zenodo.7189871');
});

it.each([
  ['Publication', 'publications'],
  ['Software', 'softwares'],
])('link every record of %s with something', (type, path) => {
  const ends = new Set(seedsOf('Relation').flatMap(({ from, to }) => [from, to]));
  const keys = seedsOf(type).map(({ slug }) => `${path}/${String(slug)}`);
  expect(keys.length).toBeGreaterThan(20);
  expect(keys.filter((key) => !ends.has(key))).toEqual([]);
});
