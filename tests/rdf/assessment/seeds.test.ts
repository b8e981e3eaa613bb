/** A dataset of the seeds, judged by hand from seeds/datasets.yaml and seeds/provisions.yaml: the survey VOICE. */
import { readConfig } from '../../../src/config';
import { derivationsOf } from '../../../src/open-store';
import { answer } from '../../helpers/ask';
import { registry, SmallWorld } from '../../helpers/small-world';
import { seededDatabase } from '../../helpers/template-databases';

interface Judged {
  dataset: {
    fairScore: number;
    readyFor: string[];
    fairAssessment: { reachedPoints: number; tests: { code: string; outcome: string }[] };
    health: { accessLevel: string; findings: { severity: string; field: string }[] };
  };
}

describe('the survey VOICE', () => {
  let world: SmallWorld;
  let judged: Judged['dataset'];
  beforeAll(async () => {
    world = await SmallWorld.in(await seededDatabase('sqlite'), registry, derivationsOf(readConfig({})));
    const { dataset } = await answer<Judged>(
      world,
      `{ dataset(slug: "egepan-voice") { fairScore readyFor
           fairAssessment { reachedPoints tests { code outcome } }
           health: readiness(profile: HEALTHDCAT_AP) { accessLevel findings { severity field } } } }`,
    );
    judged = dataset;
  });
  afterAll(() => world.end());

  it('reaches 12 of 23.5 points', () => {
    const outcomes = Object.fromEntries(
      judged.fairAssessment.tests.map(({ code, outcome }) => [code, outcome]),
    );
    expect(outcomes).toEqual({
      'FsF-F1-01MD-1': 'PASS', // 1
      'FsF-F1-02MD-1': 'FAIL', // no identifiers
      'FsF-F1-02MD-2': 'NOT_TESTED',
      'FsF-F2-01M-2': 'PARTLY', // creator, title, identifier and kind, but no publisher and no date: 0.5
      'FsF-F2-01M-3': 'PARTLY', // a description, but no keywords: 0.5
      'FsF-F3-01M-2': 'FAIL', // no distribution
      'FsF-F4-01M-1': 'PASS', // 2
      'FsF-A1-01M-1': 'FAIL', // "access conditions are not stated"
      'FsF-A1-02MD-1': 'NOT_TESTED',
      'FsF-A1-02MD-2': 'NOT_TESTED',
      'FsF-A1.1-01MD-1': 'PASS', // 1
      'FsF-A1.1-01MD-2': 'FAIL',
      'FsF-A1.2-01MD-1': 'PASS', // 1
      'FsF-A1.2-01MD-2': 'FAIL',
      'FsF-I1-01M-2': 'PASS', // 2
      'FsF-I2-01M-2': 'PASS', // 2
      'FsF-I3-01M-2': 'FAIL', // no standard, no publication
      'FsF-R1-01M-1': 'PASS', // a survey: 1
      'FsF-R1-01M-2': 'FAIL',
      'FsF-R1.1-01M-1': 'FAIL',
      'FsF-R1.2-01M-1': 'PASS', // its creators: 1
      'FsF-R1.3-01M-1': 'FAIL',
      'FsF-R1.3-02D-1': 'FAIL',
    });
    expect(judged.fairAssessment.reachedPoints).toBe(12);
    expect(judged.fairScore).toBe(51);
  });

  /** Judged by hand from the files of seeds/ before it was tried: what is not passed, with the reason. */
  const lacking: Record<string, { points: number; score: number; tests: Record<string, string> }> = {
    gecco: {
      points: 18,
      score: 77,
      tests: {
        'FsF-F1-02MD-1': 'FAIL', // no identifiers
        'FsF-F2-01M-2': 'PARTLY', // nobody created or published it, on no day
        'FsF-F2-01M-3': 'PARTLY', // a description, but no keywords
        'FsF-R1-01M-2': 'FAIL', // neither size nor format of its two distributions
        'FsF-R1.1-01M-1': 'FAIL', // "no licence is stated in the repository"
        'FsF-R1.3-01M-1': 'FAIL', // a definition of data: nothing of HealthDCAT-AP
        'FsF-R1.3-02D-1': 'FAIL',
      },
    },
    'aktin-registry': {
      points: 18,
      score: 77,
      tests: {
        'FsF-F1-02MD-1': 'FAIL',
        'FsF-F2-01M-2': 'PARTLY', // custodians and a provider, but no creator, publisher and day
        'FsF-F2-01M-3': 'PARTLY',
        'FsF-R1-01M-2': 'FAIL', // on request: there is no file
        'FsF-R1.1-01M-1': 'FAIL',
        'FsF-R1.3-01M-1': 'FAIL',
        'FsF-R1.3-02D-1': 'FAIL',
      },
    },
    'rki-notaufnahmesurveillance': {
      points: 22.5,
      score: 96,
      tests: {
        'FsF-F2-01M-2': 'PARTLY', // sources date its versions, and no first publication
        'FsF-F2-01M-3': 'PARTLY',
      },
    },
  };

  it.each(Object.keys(lacking))('is judged by hand beside %s', async (slug) => {
    const { dataset } = await answer<Judged>(
      world,
      `{ dataset(slug: "${slug}") { fairScore fairAssessment { reachedPoints tests { code outcome } } } }`,
    );
    const { reachedPoints, tests } = dataset.fairAssessment;
    const notPassed = tests.filter(({ outcome }) => !['PASS', 'NOT_TESTED'].includes(outcome));
    expect({
      points: reachedPoints,
      score: dataset.fairScore,
      tests: Object.fromEntries(notPassed.map(({ code, outcome }) => [code, outcome])),
    }).toEqual(lacking[slug]);
  });

  it('conforms to DCAT-AP, which asks for a title and a description only', () => {
    expect(judged.readyFor).toContain('DCAT_AP');
    expect(judged.readyFor).not.toContain('HEALTHDCAT_AP');
  });

  it('lacks for HealthDCAT-AP what no source states', () => {
    const { accessLevel, findings } = judged.health;
    const violated = new Set(
      findings.filter(({ severity }) => severity === 'VIOLATION').map(({ field }) => field),
    );
    // Nobody says who may use it, so it is judged by the level with the fewest demands.
    expect(accessLevel).toBe('PUBLIC');
    for (const field of [
      'accessRights',
      'distributions',
      'healthCategories',
      'hasStructuredData',
      // The health data access body stands in a provision.
      'role',
    ])
      expect([...violated]).toContain(field);
    for (const stated of ['name', 'description', 'slug', 'kind']) expect([...violated]).not.toContain(stated);
  });
});
