/** Files and records that an import refuses, and what the steward is told. */
import { SmallWorld } from '../helpers/small-world';
import { evidence, site, testRefusals } from './refused';
import { problemsOf } from './steward';

const marburgWith = (...fields: string[]): string => `Institution:\n  - ▶${fields.join('\n    ')}\n`;

testRefusals('a file is refused', [
  ['with broken syntax', 'Institution:\n  - slug: "marburg\n▶', /^It is not YAML: Missing closing/, /^Mend/],
  ['with a field twice', site('▶slug: giessen'), /^It is not YAML: Map keys must be unique/, /^Mend/],
  ['with an alias of nothing', 'Institution:\n  - ▶slug: *marburg\n', /^It is not YAML: .*alias/, /^Write/],
  [
    'with a tag that is not understood',
    site('city: ▶!env CITY'),
    /^The tag "!env" is not understood\.$/,
    /^Write the value out, without the tag\.$/,
  ],
  ['with a tag on a list', site('otherNames: ▶!reference [a, b]'), /The tag "!reference" is not/, /^Write/],
  ['with a tag on a map', site('location: ▶!Ref { a: b }'), /The tag "!Ref" is not/, /^Write/],
  [
    'with a tag of another YAML',
    site('city: ▶!!timestamp 2001-12-14'),
    /The tag "tag:yaml.org,2002:timestamp"/,
    /^Write/,
  ],
  ['with bytes', site('city: ▶!!binary TWFyYnVyZw=='), /The tag "tag:yaml.org,2002:binary"/, /^Write/],
  ['of a later YAML', `%YAML ▶1.3\n---${site('')}`, /Unsupported YAML version 1\.3\.$/, /^Leave it out/],
  [
    'of an older YAML, in which "no" means false',
    `▶%YAML 1.1\n---${site('')}`,
    /"%YAML 1\.1" is not understood/,
    /^Leave it out/,
  ],
  [
    'with an unknown directive',
    `▶%INCLUDE other.yaml\n---${site('')}`,
    /Unknown directive %INCLUDE\.$/,
    /^Leave it out/,
  ],
  [
    'with tags of its own',
    `▶%TAG !x! tag:x.org,2000:\n---${site('')}`,
    /"%TAG !x! tag:x\.org,2000:" is not/,
    /^Leave it out/,
  ],
  [
    'with several documents',
    `---${site('')}▶---${site('')}`,
    /^It is not YAML: Source contains multiple documents/,
    /^Mend/,
  ],
  ['with a tab before a field', 'Institution:\n  - slug: x\n▶\tname: y\n', /^It is not YAML: /, /^Mend/],
  ['with a list as a field', 'Institution:\n  - ? ▶[a, b]\n    : c\n', /^It is not YAML: /, /^Mend/],
  ['with the same class twice', `${site('')}▶Institution: []\n`, /Map keys must be unique/, /^Mend/],
  ['that is no map', '▶- slug: marburg\n', /not a map of class names/, /such as "Institution:"/],
  ['that is empty', '▶', /not a map of class names/, /such as "Institution:"/],
  [
    'with a class that holds no list',
    'Institution:\n  ▶slug: x\n',
    /"Institution" holds no list/,
    /list of records/,
  ],
]);

it('a file that is not in UTF-8 is refused, with the place of the first such character', async () => {
  const world = await SmallWorld.of('sqlite', {});
  const file = Buffer.from('# Sites\nInstitution:\n  - name: { de: Gießen }\n', 'latin1');

  const problems = await problemsOf(world, { 'sites.yaml': file });

  expect(problems).toEqual([
    expect.objectContaining({ line: 3, column: 20, message: 'The file is not in UTF-8.' }),
  ]);
  await world.end();
});

testRefusals('a record is refused', [
  ['with a merge key', site('▶<<: { city: Marburg }'), /has no field "<<"/, /city/],
  ['with a number as a field', site('▶1.0: Marburg'), /has no field "1.0"/, /city/],
  [
    'of an unknown class',
    'Institute:\n  - ▶slug: x\n',
    /no class "Institute"/,
    /Use one of Institution, Infrastructure/,
  ],
  ['that is no map', 'Institution:\n  - ▶marburg\n', /^Institution is not usable/, /a map of fields/],
  [
    'with a field that its class lacks',
    site('▶town: Marburg'),
    /Institution "marburg" has no field "town"/,
    /city/,
  ],
  [
    'without a required field',
    marburgWith('slug: marburg', 'name: { de: Marburg }', evidence),
    /Institution "marburg" lacks "kind"/,
    /Add it: What the institution is/,
  ],
  [
    'without a slug',
    marburgWith('name: { de: Marburg }', 'kind: NETWORK', evidence),
    /^Institution lacks "slug"/,
    /Readable key/,
  ],
  [
    'with a slug that is none',
    marburgWith('slug: Marburg an der Lahn', 'name: { de: M }', 'kind: NETWORK', evidence),
    /Institution "Marburg an der Lahn": "slug" is not usable/,
    /lower-case letters, digits and single hyphens/,
  ],
  [
    'with a slug too long for a key',
    marburgWith(`slug: ${'x'.repeat(201)}`, 'name: { de: M }', 'kind: NETWORK', evidence),
    /"slug" is not usable/,
    /at most 200 characters/,
  ],
  [
    'without evidence',
    marburgWith('slug: marburg', 'name: { de: Marburg }', 'kind: NETWORK'),
    /Institution "marburg" lacks "evidence"/,
    /at least one statement with its source and confidence/,
  ],
  ['that sets what the gateway sets', site('▶modifiedAt: 2025-01-01'), /no field "modifiedAt"/, /Use one of/],
  [
    'with an identifier of an unknown scheme',
    site('identifiers: [{ ▶scheme: ORCID, value: 0000-0001 }]'),
    /"identifiers.0.scheme" is not usable/,
    /one of ROR, WIKIDATA/,
  ],
  [
    'with the same identifier twice, in whatever spelling',
    site(
      'identifiers: [{ scheme: ROR, value: 033eqas34 }, ▶{ scheme: ROR, value: https://ror.org/033EQAS34 }]',
    ),
    /Institution "marburg" has the identifier "ROR https:\/\/ror.org\/033eqas34" twice/,
    /Leave one out/,
  ],
  [
    'with an identifier too long to be one',
    site(`identifiers: [{ scheme: DOI, ▶value: ${'x'.repeat(301)} }]`),
    /"identifiers.0.value"/,
    /It takes a DOI, such as 10\.1007/,
  ],
]);
