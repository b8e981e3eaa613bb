/** A table has exactly the records of its list, as a client that pages through the JSON reads them. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describeOnEachDatabase } from '../../helpers/databases';
import { generatedCatalogue } from '../../helpers/generated-catalogue';
import { runs } from '../../helpers/property-runs';
import { registry } from '../../helpers/small-world';
import { Gateway } from '../gateway';
import { asTable } from './as-table';

jest.setTimeout(120_000);

interface Site {
  slug: string;
  city: string | null;
  location: { latitude: number } | null;
  participations: { totalCount: number; nodes: { role: string; infrastructure: { slug: string } }[] };
}

const selection =
  'slug city location { latitude } participations(first: 100) { totalCount nodes { role infrastructure { slug } } }';
const orders = ['[]', '[{ field: CITY }]', '[{ field: NAME, direction: DESC }, { field: STATE }]'];

/** The rows of a record after the rule of docs/tables.md, written down once more. */
const asRow = ({ slug, city, location, participations: { totalCount, nodes } }: Site): string[] => [
  slug,
  city ?? '',
  String(location?.latitude ?? ''),
  String(totalCount),
  nodes.map(({ role }) => role).join(' | '),
  nodes.map(({ infrastructure }) => infrastructure.slug).join(' | '),
];

async function pagedToItsEnd(gateway: Gateway, order: string, size: number): Promise<Site[]> {
  const sites: Site[] = [];
  let after: string | null = null;
  do {
    const place: string = after === null ? '' : `after: "${after}",`;
    const page = `{ institutions(${place} first: ${size}, orderBy: ${order}) { nodes { ${selection} } pageInfo { hasNextPage endCursor } } }`;
    const { json } = await gateway.ask(page);
    const { data } = json as {
      data: { institutions: { nodes: Site[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };
    };
    sites.push(...data.institutions.nodes);
    after = data.institutions.pageInfo.hasNextPage ? data.institutions.pageInfo.endCursor : null;
  } while (after !== null);
  return sites;
}

describeOnEachDatabase('a table of a generated catalogue', (dialect) => {
  it('has the records of the list, in its order, whatever the size of the pages', async () => {
    await fc.assert(
      fc.asyncProperty(
        generatedCatalogue(registry, 12),
        fc.constantFrom(...orders),
        fc.integer({ min: 1, max: 7 }),
        // Records with a hundred links cost a lot: these limits make pages of one to twenty.
        fc.constantFrom('800', '1500', '3000', '8000'),
        async (catalogue, order, size, cost) => {
          const gateway = await Gateway.over(
            dialect,
            catalogue,
            {},
            {
              MAX_COST: cost,
              MAX_COST_PER_MINUTE: '2000000000',
              MAX_TABLE_COST_PER_MINUTE: '2000000000',
            },
          );
          try {
            const sites = await pagedToItsEnd(gateway, order, Math.min(size, 2));
            const query = `{ institutions(orderBy: ${order}) { nodes { ${selection} } } }`;

            const lines = (await asTable(gateway, query, { format: 'ndjson' })).text
              .split('\n')
              .filter(Boolean);
            expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(sites);

            const [, ...rows]: string[][] = parse((await asTable(gateway, query)).text);
            expect(rows).toEqual(sites.map(asRow));
            const first = `{ institutions(first: ${size}, orderBy: ${order}) { nodes { slug } } }`;
            const [, ...some]: string[][] = parse((await asTable(gateway, first)).text);
            expect(some).toEqual(sites.slice(0, size).map(({ slug }) => [slug]));
          } finally {
            await gateway.end();
          }
        },
      ),
      { numRuns: runs(8) },
    );
  });
});
