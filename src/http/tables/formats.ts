/** The formats in which the endpoint answers with a table, and how a request asks for one. */
import type { IncomingMessage } from 'node:http';
import { jsonTypes } from '../accept';
import { parameterIn, parametersOf } from '../address';
import { notAcceptable, Refusal } from '../errors';
import { json, negotiated, type Renderer } from '../negotiate';
import { csv } from './csv';
import { withoutTellers } from './cut-lists';
import type { Plan } from './plan';
import { rowsOf, type TablePage } from './read-pages';
import { xlsx } from './xlsx';

/** A format of tables. */
export interface Format extends Renderer {
  readonly contentType: string;
  /** Whether a cell holds all values of a list: it then says whether the list goes on. */
  readonly joins: boolean;
  /** Whether it is text, which is worth compressing. */
  readonly isText: boolean;
  /** The file, piece by piece: pages are read as the pieces are wanted. */
  readonly write: (plan: Plan, pages: AsyncIterable<TablePage>) => AsyncIterable<string | Uint8Array>;
}

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const formats: readonly Format[] = [
  {
    name: 'csv',
    types: ['text/csv'],
    contentType: 'text/csv; charset=utf-8; header=present',
    joins: true,
    isText: true,
    async *write(plan, pages) {
      yield csv([namesOf(plan)]);
      for await (const { records } of pages) yield csv(rowsOf(plan, records));
    },
  },
  {
    name: 'ndjson',
    types: ['application/x-ndjson'],
    contentType: 'application/x-ndjson; charset=utf-8',
    joins: false,
    isText: true,
    async *write(plan, pages) {
      for await (const { records } of pages)
        yield records.map(({ record }) => `${lineOf(plan, record)}\n`).join('');
    },
  },
  {
    name: 'xlsx',
    types: [workbook],
    contentType: workbook,
    joins: true,
    isText: false,
    write: (plan, pages) => xlsx(namesOf(plan), eachRow(plan, pages)),
  },
];

const lineOf = ({ records, added }: Plan, record: unknown): string =>
  JSON.stringify(record, records === null ? withoutTellers(added) : undefined);

const namesOf = ({ columns }: Plan): string[] => columns.map(({ name }) => name);

async function* eachRow(plan: Plan, pages: AsyncIterable<TablePage>) {
  for await (const { records } of pages) yield* rowsOf(plan, records);
}

/** JSON is what a client gets that takes anything. */
const renderers: readonly Renderer[] = [json, ...formats];

/** Whether a client prefers JSON to a table. */
export const prefersJson = (request: IncomingMessage): boolean => negotiated(request, renderers) === json;

/** The format of the table for which a request asks; undefined where it asks for none. @throws Refusal */
export function formatAsked(request: IncomingMessage): Format | undefined {
  const named = formatInAddress(request.url ?? '');
  if (named === null) {
    const preferred = negotiated(request, renderers);
    if (preferred) return formats.find((format) => format === preferred);
    const tableTypes = formats.flatMap(({ types }) => types);
    throw notAcceptable(
      request,
      `answers come as ${jsonTypes.join(' or ')}, tables as ${tableTypes.join(', ')}`,
    );
  }
  const format = formats.find(({ name }) => name === named);
  if (format) return format;
  const names = formats.map(({ name }) => name).join(', ');
  throw new Refusal(
    400,
    `"format" is ${JSON.stringify(named.slice(0, 60))}; it takes ${names}. Leave it out for JSON.`,
    { code: 'BAD_REQUEST' },
  );
}

/** What `?format=` names; null where it names nothing. @throws Refusal where it stands there twice */
export const formatInAddress = (url: string): string | null =>
  parameterIn(parametersOf(url), 'format') ?? null;
