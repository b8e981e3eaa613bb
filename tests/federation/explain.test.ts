/** `num-gateway explain` shows how a query crosses to other subgraphs. */
import { explainCommand } from '../../src/commands/explain';
import { readConfig } from '../../src/config';
import { describeOnEachDatabase } from '../helpers/databases';
import { linked, scans, scansSdl, type Linked } from './linked-gateway';
import { faults, Neighbour } from './neighbour';

jest.setTimeout(180_000);

describeOnEachDatabase('the plan of a query with a neighbour linked in', (dialect) => {
  let racoon: Neighbour;
  let link: Linked;
  beforeAll(async () => {
    racoon = await Neighbour.start('scans', scansSdl, scans);
    racoon.schemaFault = null;
    link = await linked([racoon], { dialect });
  });
  afterAll(async () => {
    await link.end();
    await racoon.stop();
  });
  beforeEach(() => {
    racoon.fault = null;
  });

  const explained = async (query: string): Promise<string> => {
    const lines: string[] = [];
    const print = jest.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
    try {
      const environment = { DATABASE_URL: link.gateway.world.database.url, ...link.environment };
      await explainCommand(query, { language: 'en' }, readConfig(environment));
    } finally {
      print.mockRestore();
    }
    return lines.join('\n').replaceAll(/[\d.]+ ms/g, '… ms');
  };

  it('says what goes where and in which order, and what our part reads', async () => {
    const text = await explained('{ infrastructures { nodes { slug scans machines { at { name } } } } }');
    const [cost, theirs, ...steps] = text.split('\n');

    expect(cost).toMatch(/^Estimated cost: \d+ of at most/);
    expect(theirs).toBe(
      'Others answer Infrastructure.scans (scans), Infrastructure.machines (scans), Machine.at (scans).',
    );
    expect(steps.filter((line) => /^\S/.test(line))).toEqual([
      expect.stringMatching(/^Step 1: fields of Query from our part, … ms: \d+ characters$/),
      expect.stringMatching(/^Step 2, after 1: 2 entities from scans, … ms: \d+ characters$/),
      expect.stringMatching(/^Step 3, after 1 and 2: 1 entity from our part, … ms: \d+ characters$/),
      expect.stringMatching(/^3 fetches, \d+ characters of JSON\.$/),
    ]);
    expect(text).toMatch(
      /^ {2}infrastructures \(Query\.infrastructures\): a page for each of 1\n {4}.*SELECT/m,
    );
    expect(text.match(/SELECT/g)?.length).toBeGreaterThan(1);
  });

  it('says why a step has no answer', async () => {
    racoon.fault = faults.html;
    const text = await explained('{ infrastructures { nodes { slug scans } } }');

    expect(text).toContain('answered something that is no JSON');
    expect(text).toContain('Error: The subgraph "scans" answered something that is no JSON.');
  });

  it('shows what is ours alone as without neighbours', async () => {
    const text = await explained('{ infrastructures { nodes { slug } } }');

    expect(text).not.toContain('Step 1');
    expect(text).toContain('1 statement');
  });
});
