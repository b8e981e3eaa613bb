/** The scalars of the schema: dates and times as ISO 8601 text, IRIs, decimal numbers and currencies. */
import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { GraphQLDateTimeISO, GraphQLLocalDate } from 'graphql-scalars';
import { line } from '../resource/canonical/text';
import { isCurrency } from '../resource/kinds/money';

/** A calendar date. It is validated by graphql-scalars' LocalDate, which keeps it as text. */
export const DateScalar = new GraphQLScalarType({
  ...GraphQLLocalDate.toConfig(),
  name: 'Date',
  description: 'A calendar date, ISO 8601: 2022-01-01.',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/local-date',
});

/** A point in time as it is stored: ISO 8601 text in UTC, with milliseconds. */
const stored = (moment: Date): string => moment.toISOString();

/** A point in time, stored as ISO 8601 text. */
export const DateTimeScalar = new GraphQLScalarType<string, string>({
  ...GraphQLDateTimeISO.toConfig(),
  parseValue: (value) => stored(GraphQLDateTimeISO.parseValue(value)),
  parseLiteral: (node, variables) => stored(GraphQLDateTimeISO.parseLiteral(node, variables)),
  name: 'DateTime',
  description: 'A moment, ISO 8601 with offset: 2022-01-01T12:00:00.000Z.',
  serialize: String,
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time',
});

const refused = (value: unknown, remedy: string): GraphQLError =>
  new GraphQLError(`${JSON.stringify(value)} ${remedy}`, { extensions: { code: 'BAD_USER_INPUT' } });

const textOf = (node: ValueNode): string | null => (node.kind === Kind.STRING ? node.value : null);

function readIri(value: unknown): string {
  const iri = typeof value === 'string' ? line(value) : '';
  if (/^[a-z][a-z0-9+.-]*:\S+$/i.test(iri)) return iri;
  throw refused(value, 'is no absolute IRI. Give one such as https://ror.org/001w7jn25.');
}

/** An absolute IRI. */
export const IriScalar = new GraphQLScalarType<string, string>({
  name: 'IRI',
  description: 'An absolute IRI (RFC 3987), such as https://ror.org/001w7jn25.',
  serialize: String,
  parseValue: readIri,
  parseLiteral: (node) => readIri(textOf(node)),
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3987',
});

function readDecimal(value: unknown): number {
  const read = typeof value === 'string' && /^-?\d+(?:\.\d+)?$/.test(line(value)) ? Number(value) : value;
  if (typeof read === 'number' && Number.isFinite(read)) return read;
  throw refused(value, 'is no decimal number. Give one such as "1250000.50".');
}

/** An exact decimal number; resolvers get a number, and give its text. */
export const DecimalScalar = new GraphQLScalarType<number, string>({
  name: 'Decimal',
  description:
    'An exact decimal number, as text: "1250000.50". Numbers of JSON are rounded by many programs. Taken as text or as a number.',
  serialize: String,
  parseValue: readDecimal,
  parseLiteral: (node) =>
    readDecimal(node.kind === Kind.INT || node.kind === Kind.FLOAT ? Number(node.value) : textOf(node)),
  specifiedByURL: 'https://www.w3.org/TR/xmlschema11-2/#decimal',
});

function readCurrency(value: unknown): string {
  const code = typeof value === 'string' ? line(value).toUpperCase() : '';
  if (isCurrency(code)) return code;
  throw refused(value, 'is no currency. Give its ISO 4217 code, such as EUR.');
}

/** A currency by its code. */
export const CurrencyScalar = new GraphQLScalarType<string, string>({
  name: 'Currency',
  description: 'A currency, by its ISO 4217 code such as EUR.',
  serialize: String,
  parseValue: readCurrency,
  parseLiteral: (node) => readCurrency(textOf(node)),
  specifiedByURL: 'https://www.iso.org/iso-4217-currency-codes.html',
});
