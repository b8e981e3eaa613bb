/** Where every value needs proof, what no evidence names is refused, with its place and what to do. */
import { SmallWorld } from '../helpers/small-world';
import { importFiles, marked, problemsOf } from './steward';

const proof = 'of each value';

const said = (name: string) => `      - { source: register, property: ${name}, confidence: FOUND_IN_SOURCE }`;

describe('a steward whose every value needs proof', () => {
  let world: SmallWorld;

  beforeEach(async () => {
    world = await SmallWorld.of('sqlite', {
      Institution: [{ slug: 'giessen', name: { de: 'Gießen' }, kind: 'UNIVERSITY_MEDICAL_CENTRE' }],
      Infrastructure: [{ slug: 'racoon', name: { en: 'RACOON' } }],
    });
  });
  afterEach(() => world.end());

  it('is told which value no evidence names, although the record as a whole has some', async () => {
    const { text, line, column } = marked(`
Institution:
  - slug: marburg
    name: { de: Marburg }
    ▶kind: UNIVERSITY_MEDICAL_CENTRE
    evidence:
      - { source: register, confidence: FOUND_IN_SOURCE }
${said('name')}
`);

    expect(await problemsOf(world, { 'sites.yaml': text }, { proof })).toEqual([
      {
        file: 'seeds/sites.yaml',
        line,
        column,
        message: 'Institution "marburg" has no evidence for "kind".',
        remedy:
          'Add an entry with "property: kind" to "evidence": the source that states it, or confidence INFERRED with a note that says how it was concluded.',
      },
    ]);
  });

  it('proves identifiers, references and dates of links as well', async () => {
    const files = {
      'sites.yaml': `
Institution:
  - slug: marburg
    name: { de: Marburg }
    kind: UNIVERSITY_MEDICAL_CENTRE
    identifiers: [{ scheme: ROR, value: 033eqas34 }]
    evidence:
${said('name')}
${said('kind')}
Contact:
  - slug: office
    name: { de: Büro }
    institution: marburg
    evidence:
${said('name')}
Participation:
  - institution: marburg
    infrastructure: racoon
    role: PARTICIPATES
    roleNote: takes part
    startsOn: 2022-01
    evidence:
      - { source: register, confidence: FOUND_IN_SOURCE }
`,
    };

    const problems = await problemsOf(world, files, { proof });

    expect(problems.map(({ message }) => message)).toEqual([
      'Institution "marburg" has no evidence for "identifiers".',
      'Contact "office" has no evidence for "institution".',
      'Participation "marburg" – "racoon" has no evidence for "startsOn".',
    ]);
  });

  it('need not prove what is left empty', async () => {
    const files = {
      'sites.yaml': `
Source:
  - slug: gazette
    title: A gazette, which is no statement
Institution:
  - slug: marburg
    name: { de: Marburg }
    kind: UNIVERSITY_MEDICAL_CENTRE
    acronym: null
    identifiers: []
    evidence:
${said('name')}
      - { source: register, property: kind, confidence: INFERRED, note: by its name }
`,
    };

    const { counts } = await importFiles(world, files, undefined, { vanished: 'stay', proof });

    expect(counts.map(({ type, created }) => [type, created])).toEqual([
      ['Source', 1],
      ['Institution', 1],
    ]);
  });
});
