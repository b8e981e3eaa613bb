/** The field `Query.cost`: what a query costs, without executing it. */
import { Float, Int } from 'type-graphql';
import { GraphQLError } from 'graphql';
import { BadUserInput, inShort } from '../../errors';
import type { RequestContext } from '../context';
import { argumentsOf, queryField, type Carrier } from '../define';
import { plainType } from '../plain-type';
import type { Variables } from './arguments';
import { estimate } from './estimate';
import { jsonSize } from './json-size';

const CostType = plainType(
  'Cost',
  'What a query is estimated to cost. One record costs 1; docs/limits.md explains the rest.',
  {
    estimated: [Float, 'The estimate; 0 where the query is refused before it can be estimated.'],
    limit: [Int, 'The largest estimate that is answered.'],
    refusal: [
      String,
      'Why the query would be refused, and the remedy; null when it would be answered.',
      'nullable',
    ],
  },
);

interface CostArguments {
  query: string;
  variables?: string | null;
  operationName?: string | null;
}

export function costField(query: Carrier): void {
  queryField<CostArguments>(query, {
    name: 'cost',
    type: CostType,
    about:
      'What a query would cost, without running it. The same estimate stands in `extensions.cost` of every answer.',
    args: argumentsOf('QueryCost', [
      { name: 'query', type: String, about: 'The query, as it would be sent.', required: true },
      {
        name: 'variables',
        type: String,
        about: 'Its variables, as the text of a JSON object; page sizes may stand there.',
      },
      {
        name: 'operationName',
        type: String,
        about: 'Which operation would run, if the query has several.',
      },
    ]),
    resolve: async (_, args, context) => costOfQuery(args, context),
  });
}

/** Estimates a query. @throws BadUserInput for text that is not a query */
function costOfQuery(
  { query, variables, operationName }: CostArguments,
  { schema, limits, sizeOf }: RequestContext,
) {
  const params = {
    query,
    variables: variables == null ? {} : variablesIn(variables, limits.jsonDepth),
    ...(operationName && { operationName }),
  };
  try {
    const { cost, refusal } = estimate(params, { schema, limits, sizeOf });
    return { ...cost, refusal: refusal && inShort(refusal.message) };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw new BadUserInput(`"query" cannot be parsed: ${error.message} Give a whole GraphQL document.`);
  }
}

function variablesIn(text: string, mostLevels: number): Variables {
  const given = read(text);
  const isObject = typeof given === 'object' && given !== null && !Array.isArray(given);
  if (isObject && jsonSize(given).levels <= mostLevels) return given as Variables;
  throw new BadUserInput(
    `"variables" (${JSON.stringify(text.slice(0, 60))}) is no JSON object of at most ${mostLevels} levels. Give one, such as {"first": 20}.`,
  );
}

function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
