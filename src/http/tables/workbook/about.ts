/** The sheet of a workbook that says what it is: the query, the version of the data, what each sheet holds, and the sources with their licences. */
import type { GraphQLParams } from '../../../graphql/cost/estimate';
import { estimate } from '../../../graphql/cost/estimate';
import type { DataVersion } from '../../../query/summary';
import type { LanguageTag } from '../../../resource/text';
import type { StartedTable } from '../start-tables';
import type { Cell } from '../cells';
import { PageFailed } from '../failures';
import type { Reading } from '../read-pages';
import { aboutWords } from './about-words';
import type { Sheet } from './sheet';

/** What is told about a workbook. */
export interface About {
  readonly params: GraphQLParams;
  readonly language: LanguageTag;
  readonly data: DataVersion;
  /** The address of this workbook. */
  readonly address: string;
  readonly madeAt: Date;
  readonly begun: readonly StartedTable[];
}

interface Source {
  readonly title: string;
  readonly publisher: string | null;
  readonly licence: string | null;
  readonly url: string | null;
}

/** As many sources are listed; of more, the number is told. */
const mostSources = 100;

const sourcesOf = /* GraphQL */ `
  {
    sources(first: ${mostSources}, orderBy: [{ field: TITLE }]) {
      totalCount
      nodes {
        title
        publisher
        licence
        url
      }
    }
  }
`;

/** @throws PageFailed when the sources cannot be read */
export async function aboutSheet(about: About, reading: Reading): Promise<Sheet> {
  const say = aboutWords[about.language];
  return {
    name: say.about,
    header: [say.what, say.value, say.publisher, say.licence, say.address],
    rows: [...factsOf(about), ...(await sources(about.language, reading))],
    sample: [[say.dataVersion, 'x'.repeat(widthOfValues), say.publisher, 'x'.repeat(30), 'x'.repeat(40)]],
    isProse: true,
  };
}

const widthOfValues = 58;

function factsOf({ params, language, data, address, madeAt, begun }: About): Cell[][] {
  const say = aboutWords[language];
  const { query, variables = {}, operationName } = params;
  const names = begun.length === 1 ? ['Table'] : begun.map(({ plan }) => plan.list);
  return [
    ...(operationName === undefined ? [] : [[say.operation, operationName]]),
    [say.query, query.trim()],
    [say.variables, Object.keys(variables).length > 0 ? JSON.stringify(variables) : null],
    [say.language, language],
    [say.dataVersion, data.version],
    [say.changedAt, data.changedAt],
    [say.madeAt, madeAt.toISOString()],
    [say.address, address],
    ...begun.map((table, index) => [`${say.sheet} ${names[index] ?? ''}`, contentOf(table, language)]),
    [say.licence, say.licenceOfSources],
  ];
}

/** How many records the list of a sheet has, and whether the sheet has all. */
function contentOf({ first }: StartedTable, language: LanguageTag): string {
  const say = aboutWords[language];
  if (!first) return say.noRecord;
  if (first.truncated) return first.total === null ? say.truncated : say.truncatedOf(first.total);
  return first.total === null ? say.complete : say.recordsOf(first.total);
}

async function sources(language: LanguageTag, { ask, pay, measuring }: Reading): Promise<Cell[][]> {
  // A supergraph may have no sources.
  if (!measuring.schema.getQueryType()?.getFields().sources) return [];
  const say = aboutWords[language];
  const params = { query: sourcesOf };
  await pay(estimate(params, measuring).cost.estimated);
  const { data, errors } = await ask(params);
  if (errors || !data) throw new PageFailed(errors ?? []);
  const { totalCount, nodes } = data.sources as { totalCount: number; nodes: Source[] };
  const more = totalCount - nodes.length;
  return [
    ...nodes.map(({ title, publisher, licence, url }) => [say.source, title, publisher, licence, url]),
    ...(more > 0 ? [[say.source, say.moreSources(more)]] : []),
  ];
}
