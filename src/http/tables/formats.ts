/** The table formats, and how a request asks for one. */
import type { IncomingMessage } from 'node:http';
import { jsonTypes } from '../accept';
import { parameterIn, parametersOf } from '../address';
import { notAcceptable, Refusal } from '../errors';
import { json, negotiated, type Renderer } from '../negotiate';
import { csv } from './csv';
import { withoutAddedFields } from './truncation-fields';
import type { StartedTable } from './start-tables';
import type { Plan } from './plan';
import { rowsOf } from './read-pages';
import { workbook } from './workbook';
import type { Sheet } from './workbook/sheet';

/** A table format. */
export interface Format extends Renderer {
  readonly contentType: string;
  /** Whether lists are joined in one cell, which is then marked if the list is truncated. */
  readonly joins: boolean;
  /** Whether it has days as dates, and room for several lists. */
  readonly isWorkbook: boolean;
  /** Whether it is text and worth compressing. */
  readonly isText: boolean;
  /** Writes the file in pieces, of one table except for a workbook. Pages are read as the pieces are consumed. */
  readonly write: (
    tables: OneOrMore<StartedTable>,
    about: Sheet | null,
  ) => AsyncIterable<string | Uint8Array>;
}

export type OneOrMore<T> = readonly [T, ...T[]];

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const formats: readonly Format[] = [
  {
    name: 'csv',
    types: ['text/csv'],
    contentType: 'text/csv; charset=utf-8; header=present',
    joins: true,
    isWorkbook: false,
    isText: true,
    async *write([{ plan, columns, pages }]) {
      yield csv([columns.map(({ name }) => name)]);
      for await (const page of pages) yield csv(rowsOf(plan, page));
    },
  },
  {
    name: 'ndjson',
    types: ['application/x-ndjson'],
    contentType: 'application/x-ndjson; charset=utf-8',
    joins: false,
    isWorkbook: false,
    isText: true,
    async *write([{ plan, pages }]) {
      for await (const { records } of pages)
        yield records.map(({ record }) => `${lineOf(plan, record)}\n`).join('');
    },
  },
  {
    name: 'xlsx',
    types: [workbookType],
    contentType: workbookType,
    joins: true,
    isWorkbook: true,
    isText: false,
    write: workbook,
  },
];

const lineOf = ({ records, added }: Plan, record: unknown): string =>
  JSON.stringify(record, records === null ? withoutAddedFields(added) : undefined);

/** JSON comes first, so clients that accept anything get it. */
const renderers: readonly Renderer[] = [json, ...formats];

/** Whether a client prefers JSON to a table. */
export const prefersJson = (request: IncomingMessage): boolean => negotiated(request, renderers) === json;

/** The requested table format; undefined for none. @throws Refusal */
export function requestedFormat(request: IncomingMessage): Format | undefined {
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
