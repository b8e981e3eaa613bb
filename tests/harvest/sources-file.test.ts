/** The file of sources: what it takes, and how its faults are told. */
import { resolve } from 'node:path';
import { readSourcesFile, sourcesIn } from '../../src/harvest/sources-file/read-sources';
import { registry } from '../../src/registry';

const variables: Record<string, string> = { HRI_TOKEN: 'Bearer abc' };
const context = { registry, read: (name: string) => variables[name] };
const read = (text: string) => sourcesIn(Buffer.from(text), 'conf/sources.yaml', context);

it('gives each source what it needs, with secrets from the environment and files beside it', () => {
  const text = `
sources:
  - name: health-ri
    title: Health-RI national catalogue
    kind: FDP
    address: https://fdp.example.org/
    owner: infrastructures/racoon
    schedule: "0 3 * * *"
    rank: 50
    mayState: { Dataset: all, Distribution: [name, accessUrl] }
    persons: true
    allowPrivateAddresses: true
    credentials: { Authorization: HRI_TOKEN }
    withdrawAfter: 3
    licence: https://creativecommons.org/publicdomain/zero/1.0/
  - name: marburg
    kind: DCAT
    file: marburg/dcat.ttl
    schedule: P1DT6H
`;

  expect(read(text)).toEqual([
    {
      name: 'health-ri',
      title: 'Health-RI national catalogue',
      kind: 'FDP',
      address: 'https://fdp.example.org/',
      file: null,
      owner: 'infrastructures/racoon',
      schedule: { kind: 'CRON', written: '0 3 * * *' },
      rank: 50,
      mayState: { Dataset: 'all', Distribution: ['name', 'accessUrl'] },
      persons: true,
      allowPrivateAddresses: true,
      ignoreRobots: false,
      credentials: { authorization: 'Bearer abc' },
      withdrawAfter: 3,
      licence: 'https://creativecommons.org/publicdomain/zero/1.0/',
    },
    {
      name: 'marburg',
      title: 'marburg',
      kind: 'DCAT',
      address: null,
      file: resolve('conf/marburg/dcat.ttl'),
      owner: null,
      schedule: { kind: 'EVERY', written: 'P1DT6H', milliseconds: 30 * 3_600_000 },
      rank: 200,
      mayState: 'all',
      persons: false,
      allowPrivateAddresses: false,
      ignoreRobots: false,
      credentials: {},
      withdrawAfter: null,
      licence: null,
    },
  ]);
});

it('takes a list of classes for all their fields, and an empty list of sources', () => {
  const [source] = read('sources: [{ name: a, kind: DCAT, file: a.ttl, mayState: [Dataset, Provision] }]');

  expect(source?.mayState).toEqual({ Dataset: 'all', Provision: 'all' });
  expect(read('sources: []')).toEqual([]);
});

const faultsOf = (text: string): string[] => {
  try {
    read(text);
  } catch (error) {
    return (error as Error).message.split('\n');
  }
  return [];
};

it('tells all faults at once, each with its line, its field and what is taken', () => {
  const text = `sources:
  - name: Health RI
    kind: dcat
    address: https://steward:secret@fdp.example.org/
    owner: racoon
    schedule: every day
    rank: first
    mayState: { Dataset: [name, colour], Datset: all }
    persons: ja
    credentials: { Authorization: NOT_SET, Host: HRI_TOKEN }
    withdrawAfter: 0
    frequency: daily
  - name: twice
    kind: YAML
    file: seeds
    address: https://example.org/
  - name: twice
`;

  expect(faultsOf(text)).toEqual([
    'conf/sources.yaml cannot be used:',
    '  conf/sources.yaml:2:5  Source "Health RI", name is not usable; it takes a name of small letters, digits and -, such as health-ri, of at most 60 characters.',
    '  conf/sources.yaml:3:5  Source "Health RI", kind is not usable; it takes one of DCAT, SITEMAP, FDP, FHIR, TABLE, YAML.',
    '  conf/sources.yaml:4:5  Source "Health RI", address is not usable; it takes an address without user and password: give them in "credentials", as Authorization.',
    '  conf/sources.yaml:5:5  Source "Health RI", owner is not usable; it takes the key of an institution or infrastructure, such as institutions/marburg or infrastructures/racoon.',
    expect.stringMatching(
      /^ {2}conf\/sources\.yaml:6:5 {2}Source "Health RI", schedule is not usable; it takes an interval such as PT6H or P1D, or a cron pattern in UTC such as "0 3 \* \* \*" \(every day at 03:00\); .+\.$/,
    ),
    '  conf/sources.yaml:7:5  Source "Health RI", rank is not usable; it takes a whole number from 0 to 10000 in digits only; the seeds have 100, and the smallest is shown.',
    expect.stringMatching(
      /^ {2}conf\/sources\.yaml:8:5 {2}Source "Health RI", mayState is not usable; it takes fields of Dataset, and it has no "colour" to state: .*\bname\b.*\.$/,
    ),
    expect.stringMatching(
      /^ {2}conf\/sources\.yaml:8:5 {2}Source "Health RI", mayState is not usable; it takes classes of the catalogue, and "Datset" is none of them: .*\bDataset\b.*\.$/,
    ),
    '  conf/sources.yaml:9:5  Source "Health RI", persons is not usable; it takes true or false.',
    '  conf/sources.yaml:10:20  Source "Health RI", credentials.Authorization is not usable; it takes a variable that is set, and the environment variable NOT_SET is not.',
    '  conf/sources.yaml:10:44  Source "Health RI", credentials.Host is not usable; it takes headers that do not belong to the connection or the body, which the gateway sets.',
    '  conf/sources.yaml:11:5  Source "Health RI", withdrawAfter is not usable; it takes never, or a number of full runs from 1 to 1000 in digits only.',
    '  conf/sources.yaml:12:5  Source "Health RI", frequency is not known; take it away.',
    '  conf/sources.yaml:15:5  Source "twice", file stands beside "address"; a source has one of them.',
    '  conf/sources.yaml:17:5  Source "twice", kind is missing; it takes one of DCAT, SITEMAP, FDP, FHIR, TABLE, YAML.',
    '  conf/sources.yaml:17:5  Source "twice", name stands twice in the file; give each source a name of its own.',
    '  conf/sources.yaml:17:5  Source "twice", address is missing; say where the source is, with "address:" or "file:".',
  ]);
});

it.each([
  [
    'an empty file',
    '',
    'conf/sources.yaml is empty. List the sources under "sources:"; see docs/harvest.md.',
  ],
  ['a file that is no YAML', 'sources: [', /^conf\/sources\.yaml:1:11 {2}It is not YAML: /],
  [
    'a list',
    '- name: a',
    /conf\/sources\.yaml:1:1 {2}The file is not usable; it takes a map with the field "sources"\.$/,
  ],
  ['no list', 'sources: a', /1:1 {2}The field "sources" is not usable; it takes a list of sources\.$/],
  [
    'another field',
    'sources: []\nsubgraphs: []',
    /2:1 {2}The field "subgraphs" is not known; take it away\.$/,
  ],
  ['a source that is none', 'sources: [a]', /1:11 {2}Source number 1 is not usable; it takes /],
  [
    'a month as interval',
    'sources: [{ name: a, kind: DCAT, file: a, schedule: P1M }]',
    /years and months are not taken\.$/,
  ],
  [
    'an interval of nothing',
    'sources: [{ name: a, kind: DCAT, file: a, schedule: PT0M }]',
    /the shortest interval is PT1M/,
  ],
  [
    'a day that never comes',
    'sources: [{ name: a, kind: DCAT, file: a, schedule: "0 0 30 2 *" }]',
    /this one names no day that comes\.$/,
  ],
])('refuses %s', (_, text, message) => {
  expect(() => read(text)).toThrow(message);
});

it('never repeats a secret', () => {
  const message = faultsOf(
    'sources: [{ name: a, kind: DCAT, address: "https://u:secret@a.org/", file: b }]',
  ).join('\n');

  expect(message).toContain('without user and password');
  expect(message).not.toContain('secret@');
});

it('says that the file is not there', async () => {
  await expect(readSourcesFile('nowhere/sources.yaml', context)).rejects.toThrow(
    /^SOURCES_FILE="nowhere\/sources\.yaml" cannot be read: ENOENT/,
  );
});
