/** The documents that the catalogue starts from, statement by statement: each is found by its query, with its words, in each document that has it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { describeOnEachDatabase } from '../helpers/databases';
import { servedSeeds } from '../helpers/served-seeds';
import { missingIn, said, sentencesOf, withEvidence, type Statement } from './statements';

const { statements, queries } = parse(readFileSync(join(__dirname, 'statements.yaml'), 'utf8')) as {
  statements: Statement[];
  queries: Record<string, string>;
};

describeOnEachDatabase('the documents of the network', (dialect) => {
  const served = servedSeeds(dialect);
  const ask = (query: string): Promise<unknown> => served.ask(said(query));
  const answers = new Map<string, Promise<unknown>>();

  const answerTo = (name: string): Promise<unknown> => {
    const asked = answers.get(name) ?? ask(queries[name] ?? '');
    answers.set(name, asked);
    return asked;
  };

  it.each(statements.map((statement, index) => ({ number: index + 1, ...statement })))(
    'say that: $number. $says',
    async ({ query, quotations, finds }) => {
      const found = withEvidence(await answerTo(query), quotations);

      const missing = found.map((record) => missingIn(record, finds));
      expect(missing).toContainEqual([]);
    },
  );

  it('have a mission that can be read as it stands, part by part', async () => {
    const { policyStatement } = (await ask(`{
      policyStatement(by: { slug: "num-mission" }) {
        parts(filter: { position: { isNull: false } }, orderBy: [{ field: POSITION }]) {
          nodes { evidence(citedFrom: ["num-vision-mission-en"], property: "name") { quotation } }
        }
      }
    }`)) as { policyStatement: { parts: { nodes: { evidence: { quotation: string }[] }[] } } };

    const read = policyStatement.parts.nodes.map(({ evidence }) => evidence[0]?.quotation);
    expect([...new Set(read)]).toEqual([
      'a transparent, user-friendly and scalable infrastructure',
      'founded on trust-based collaboration and interdisciplinary expertise',
      'the best possible support for multi-centre collaborative projects along the whole research process',
      'a comprehensive portfolio of instruments and services',
      'to collect high-quality research data and biosamples',
      'We make these available to the scientific community',
      'based on the FAIR principles',
      'legal, organizational and technical standardization and harmonization',
      'This enables us to gain scientific knowledge',
      'leads to improved prevention and treatment of diseases',
      "people's health",
    ]);
  });

  it('have seven infrastructures in 2024, and the category has no other', async () => {
    const { researchCategory } = (await ask(`{
      researchCategory(by: { slug: "research-and-data-infrastructures" }) {
        infrastructures(asOf: "2024-06-01") { nodes { acronym } }
      }
    }`)) as { researchCategory: { infrastructures: { nodes: { acronym: string }[] } } };

    const acronyms = researchCategory.infrastructures.nodes.map(({ acronym }) => acronym);
    expect(acronyms.sort().join(' | ')).toBe(
      'AKTIN@NUM | GenSurv | NATON 2.0 | NUKLEUS | NUM-DIZ | NUM-RDP | RACOON',
    );
  });

  it('have every infrastructure and project in a category', async () => {
    const none = await ask(`{
      infrastructures(filter: { categories: { none: { slug: { eq: "research-and-data-infrastructures" } } } }) { nodes { slug } }
      projects(filter: { categories: { none: { slug: { eq: "research-projects" } } } }) { nodes { slug } }
    }`);

    expect(none).toEqual({ infrastructures: { nodes: [] }, projects: { nodes: [] } });
  });

  it('have every service at a phase of the research process, but two of which sources give no more than a name', async () => {
    const services = await ask(
      `{ services(filter: { phase: { isNull: true } }) { nodes { slug description } } }`,
    );

    const [hub, portal] = ['num-hub', 'num-research-portal'].map((slug) => ({ slug, description: null }));
    expect(services).toEqual({ services: { nodes: [hub, portal] } });
  });

  it('have the usual 36 sites as members', async () => {
    const { institutions, relations } = (await ask(`{
      institutions(filter: { listedSite: { eq: true } }, first: 100) { nodes { slug } }
      relations(filter: { role: { eq: MEMBER_OF }, to: { institution: { slug: { eq: "num" } } } }, first: 100) { nodes { from { slug } } }
    }`)) as {
      institutions: { nodes: { slug: string }[] };
      relations: { nodes: { from: { slug: string } }[] };
    };

    const sites = institutions.nodes.map(({ slug }) => slug);
    expect(sites).toHaveLength(36);
    expect(relations.nodes.map(({ from }) => from.slug).sort()).toEqual(sites.sort());
  });
});

/** The documents are published by others and no part of the project; elsewhere the title says what is missing. */
const folder = join(__dirname, '../../../shared/documents');
const whereTheyLie = existsSync(folder) ? it : it.skip;

describe('the list of statements (skipped where shared/documents does not lie beside the project)', () => {
  const texts = existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => file.endsWith('.txt'))
        .sort()
        .map((file) => readFileSync(join(folder, file), 'utf8'))
    : [];
  const slugs = ['num-vision-mission-de', 'num-vision-mission-en', 'marburg-num-page'];
  const quotedFrom = (slug: string): string[] =>
    statements.flatMap(({ quotations }) => quotations[slug] ?? []);

  whereTheyLie('quotes word for word', () => {
    const wrong = slugs.flatMap((slug, index) => {
      const text = sentencesOf(texts[index] ?? '').join(' ');
      return quotedFrom(slug).filter((quotation) => !text.includes(quotation));
    });

    expect(wrong).toEqual([]);
  });

  whereTheyLie('leaves out no sentence', () => {
    const left = slugs.flatMap((slug, index) => {
      const quoted = quotedFrom(slug);
      return sentencesOf(texts[index] ?? '').filter(
        (sentence) => !quoted.some((quotation) => sentence.includes(quotation)),
      );
    });

    expect(left).toEqual([]);
  });
});
