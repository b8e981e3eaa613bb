/** What a person decided is remembered: confirmed is sure, refused is never proposed again; the file says what is wrong with it. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDecisions, decidedMention } from '../../../src/harvest/reconcile/links/add-decision';
import { Decisions, type Decision } from '../../../src/harvest/reconcile/links/decisions';
import { decisionsIn, readLinksFile } from '../../../src/harvest/reconcile/links/links-file';
import { openProposals } from '../../../src/harvest/reconcile/links/open-proposals';
import { GatheredProposals, type Proposal } from '../../../src/harvest/reconcile/proposal';
import { registry } from '../../../src/registry';

const paths = new Set(registry.resources.map(({ path }) => path));
const reason = { de: 'ähnlich', en: 'similar' };
const candidates = [
  { key: 'institutions/giessen', score: 0.8, reason },
  { key: 'institutions/marburg', score: 0.8, reason },
];
const mention = {
  iri: null,
  classes: ['Institution'],
  names: [{ value: 'UKGM', language: 'de' }],
  identifiers: [{ scheme: 'ROR', value: 'https://ror.org/032nzv584' }],
  email: null,
  homepage: null,
  kinds: [],
  isPerson: false,
  at: { document: 'https://example.org/dcat.ttl', line: 7, column: 1 },
};
const who = { by: 'A. Steward', on: '2026-11-30', note: null };

const proposed = (): Proposal => {
  const gathered = new GatheredProposals('a-source');
  gathered.add(mention, candidates);
  gathered.add(mention, candidates);
  const [proposal] = gathered.all;
  if (!proposal) throw new Error('Nothing was proposed.');
  return proposal;
};
const decisionOn = (
  proposal: Proposal,
  verdict: Decision['verdict'],
  source: string | null = null,
): Decision => ({
  mention: decidedMention(proposal),
  source,
  verdict,
  ...who,
});

describe('decisions', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'links-'));
    file = join(folder, 'links.yaml');
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('proposes the same thing once, however often it is mentioned', () => {
    expect(proposed()).toMatchObject({ source: 'a-source', count: 2, place: { line: 7 } });
    expect(proposed().id).toBe(proposed().id);
  });

  it('makes a confirmed link sure, and asks no more', async () => {
    const proposal = proposed();
    await addDecisions(file, [decisionOn(proposal, { decision: 'SAME', key: 'institutions/marburg' })]);
    const decisions = new Decisions(await readLinksFile(file, paths));

    expect(decisions.settled('any source', mention)).toMatchObject({
      outcome: 'SURE',
      key: 'institutions/marburg',
      reason: { en: 'This was decided by “A. Steward”.' },
    });
    expect(openProposals([proposal], decisions)).toEqual([]);
    // The same identifier with another name is another mention.
    expect(
      decisions.settled('any source', { ...mention, names: [{ value: 'UKGM Gießen', language: null }] }),
    ).toBeNull();
  });

  it('remembers a refusal, of one candidate or of all', async () => {
    const proposal = proposed();
    const refused = (key: string) => decisionOn(proposal, { decision: 'NOT_SAME', key });
    await addDecisions(file, [refused('institutions/giessen')]);
    const one = new Decisions(await readLinksFile(file, paths));
    expect(openProposals([proposal], one)).toMatchObject([{ candidates: [{ key: 'institutions/marburg' }] }]);

    await addDecisions(file, [refused('institutions/marburg')]);
    const both = new Decisions(await readLinksFile(file, paths));
    expect(openProposals([proposal], both)).toEqual([]);
    expect(both.withoutRefused('a-source', mention, { outcome: 'DOUBTFUL', candidates })).toEqual({
      outcome: 'UNKNOWN',
    });
  });

  it('holds for the source that is named', () => {
    const decisions = new Decisions([decisionOn(proposed(), { decision: 'NEW' }, 'a-source')]);
    expect(decisions.settled('a-source', mention)).toEqual({ outcome: 'UNKNOWN' });
    expect(decisions.settled('another', mention)).toBeNull();
  });

  it('keeps what stands in the file as it is written', async () => {
    const written = `# Ours.
links:
  - mention: { name: ZI } # the one in Mannheim
    decision: same
    record: institutions/zi
    by: A. Steward
    on: 2026-11-30
`;
    await writeFile(file, written);
    await addDecisions(file, [decisionOn(proposed(), { decision: 'NEW' })]);
    const now = await readFile(file, 'utf8');
    expect(now.startsWith(written)).toBe(true);
    expect(await readLinksFile(file, paths)).toHaveLength(2);
  });

  it('tells all faults with line, place and remedy', () => {
    const faulty = `links:
  - mention: { name: ZI }
    decision: same
    by: A. Steward
    on: 2026-11-30
  - mention: {}
    decision: perhaps
    record: marburg
    by: ''
    on: yesterday
    who: me
`;
    expect(() => decisionsIn(Buffer.from(faulty), 'links.yaml', paths)).toThrow(
      [
        'links.yaml cannot be used:',
        '  links.yaml:6:5  Decision 2, mention is missing or not usable; it takes a name, an iri or identifiers, so that one knows what was mentioned.',
        '  links.yaml:7:5  Decision 2, decision is missing or not usable; it takes same, different or new.',
        '  links.yaml:8:5  Decision 2, record is missing or not usable; it takes the key of a record, such as institutions/marburg.',
        '  links.yaml:9:5  Decision 2, by is missing or not usable; it takes who decided.',
        '  links.yaml:10:5  Decision 2, on is missing or not usable; it takes the day of the decision, as 2026-11-30.',
        '  links.yaml:11:5  Decision 2, who is not known; take it away.',
      ].join('\n'),
    );
    const contradicting = `links:
  - { mention: { name: ZI }, decision: same, record: institutions/zi, by: A, on: 2026-11-30 }
  - { mention: { name: Zi }, decision: different, record: institutions/zi, by: B, on: 2026-11-30 }
`;
    expect(() => decisionsIn(Buffer.from(contradicting), 'links.yaml', paths)).toThrow(
      'links.yaml:3:30  Decision 2, decision contradicts decision 1 of the same mention; take one of them away.',
    );
  });

  it('is not added to while a merge in it is not finished, or it is no YAML', async () => {
    const decision = decisionOn(proposed(), { decision: 'NEW' });
    for (const [written, told] of [
      ['links:\n<<<<<<< ours\n=======\n>>>>>>> theirs\n', ':2:1  A merge was not finished here'],
      ['links:\n  - { mention: [\n', ':3:1  It is not YAML'],
    ] as const) {
      await writeFile(file, written);
      await expect(addDecisions(file, [decision])).rejects.toThrow(`${file}${told}`);
      expect(await readFile(file, 'utf8')).toBe(written);
    }
  });

  it('has no decisions where there is no file, and says why one cannot be read', async () => {
    expect(await readLinksFile(file, paths)).toEqual([]);
    await expect(readLinksFile(folder, paths)).rejects.toThrow(/LINKS_FILE=".*" cannot be read/);
  });
});
