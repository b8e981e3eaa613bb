/** The scalars of the schema: dates and times as ISO 8601 text, and IRIs. */
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { GraphQLDateTimeISO, GraphQLLocalDate } from 'graphql-scalars';
import { line } from '../resource/canonical/text';

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

function readIri(value: unknown): string {
  const iri = typeof value === 'string' ? line(value) : '';
  if (/^[a-z][a-z0-9+.-]*:\S+$/i.test(iri)) return iri;
  throw new GraphQLError(
    `${JSON.stringify(value)} is no absolute IRI. Give one such as https://ror.org/001w7jn25.`,
    {
      extensions: { code: 'BAD_USER_INPUT' },
    },
  );
}

/** An absolute IRI. */
export const IriScalar = new GraphQLScalarType<string, string>({
  name: 'IRI',
  description: 'An absolute IRI (RFC 3987), such as https://ror.org/001w7jn25.',
  serialize: String,
  parseValue: readIri,
  parseLiteral: (node) => readIri(node.kind === Kind.STRING ? node.value : null),
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3987',
});
