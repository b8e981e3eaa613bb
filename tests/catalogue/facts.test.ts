/** What public sources state about the network, its sites, projects, data, publications, software, services, standards and partners: each statement, transcribed from the source, is found at the endpoint. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeOnEachDatabase } from '../helpers/databases';
import { servedSeeds } from '../helpers/served-seeds';

/** The columns of the lists: the record, when it is stated, where it is published, and a clause of the statement. */
type Fact = [record: string, statedOn: string, publishedAt: string, words: string];

interface Statement {
  quotation: string | null;
  statedValue: string | null;
  note: string | null;
  statedOn: string | null;
  citedFrom: { url: string | null };
}
interface Subject {
  evidence: Statement[];
}

const factsAbout = (topic: string): Fact[] =>
  readFileSync(join(__dirname, 'facts', `${topic}.tsv`), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t') as Fact);

const statements = 'evidence { quotation statedValue note statedOn citedFrom { url } }';

/** What is stated of the record, of its links, and of the offices of an institution. */
const question = `query ($slug: String!) {
  resource(by: { slug: $slug }) {
    ${statements}
    links(first: 100) { nodes { ${statements} } }
    ... on Institution { contacts(first: 10) { nodes { ${statements} } } }
  }
}`;

const says = ({ quotation, statedValue, note }: Statement, words: string): boolean =>
  [quotation, statedValue, note].some((text) => text?.includes(words));

describeOnEachDatabase('what public sources state', (dialect) => {
  const { ask } = servedSeeds(dialect);

  describe.each([
    'datasets',
    'external',
    'funding',
    'infrastructures',
    'institutions',
    'participations',
    'projects',
    'publications',
    'services',
    'software',
    'standards',
  ])('about %s', (topic) => {
    it.each(factsAbout(topic))('%s, %s', async (slug, statedOn, publishedAt, words) => {
      const { resource } = await ask<{
        resource: (Subject & { links: { nodes: Subject[] }; contacts?: { nodes: Subject[] } }) | null;
      }>(question, { slug });

      const subjects = resource
        ? [resource, ...resource.links.nodes, ...(resource.contacts?.nodes ?? [])]
        : [];
      const found = subjects
        .flatMap(({ evidence }) => evidence)
        .filter(({ citedFrom }) => citedFrom.url === (publishedAt || null))
        .filter((statement) => says(statement, words));
      expect(found).not.toEqual([]);
      if (statedOn) expect(found.some((statement) => statement.statedOn?.startsWith(statedOn))).toBe(true);
    });
  });
});
