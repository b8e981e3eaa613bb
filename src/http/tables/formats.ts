/** The table formats, and how a request asks for one. */
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

/** A table format. */
export interface Format extends Renderer {
  readonly contentType: string;
  /** Whether lists are joined in one cell, which is then marked if the list is truncated. */
  readonly joins: boolean;
  /** Whether it is text and worth compressing. */
  readonly isText: boolean;
  /** Writes the file in pieces. Pages are read as the pieces are consumed. */
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

/** JSON comes first, so clients that accept anything get it. */
const renderers: readonly Renderer[] = [json, ...formats];

/** Whether a client prefers JSON to a table. */
export const prefersJson = (request: IncomingMessage): boolean => negotiated(request, renderers) === json;

/** The requested table format; undefined for none. @throws Refusal */
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

/** The value of `?format=`, or null. @throws Refusal when it occurs twice */
export const formatInAddress = (url: string): string | null =>
  parameterIn(parametersOf(url), 'format') ?? null;
