/** The parameters of a GraphQL request, parsed from the URL or the body by the same rules. */
import { isUtf8 } from 'node:buffer';
import type { Limits } from '../../config';
import type { Variables } from '../../graphql/cost/arguments';
import type { GraphQLParams } from '../../graphql/cost/estimate';
import { jsonSize } from '../../graphql/cost/json-size';
import { parameterIn, parametersOf } from '../address';
import { Refusal } from '../errors';
import { placeOfFault } from '../json-fault';

/** The received parameters. Empty and null values are absent. https://graphql.github.io/graphql-over-http/draft/#sec-Request-Parameters */
export interface ReceivedParams {
  query?: string;
  operationName?: string;
  variables?: Variables;
  extensions?: Readonly<Record<string, unknown>>;
  /** Hash of a trusted document. */
  documentId?: string;
}

type Most = Pick<Limits, 'jsonDepth' | 'listItems'>;

const badRequest = (message: string): Refusal => new Refusal(400, message, { code: 'BAD_REQUEST' });

/** Parses a body. @throws Refusal */
export function paramsInBody(bytes: Buffer, most: Most): ReceivedParams {
  if (!isUtf8(bytes)) throw badRequest('The body is not UTF-8.');
  const body = jsonIn(bytes.toString().replace(/^\uFEFF/, ''));
  if (body === undefined)
    throw badRequest(
      `The body is no JSON${placeOfFault(bytes.toString())}. Send a JSON object with the member "query".`,
    );
  if (Array.isArray(body)) throw badRequest('The body is a list. Send each query in a request of its own.');
  if (!isObject(body)) throw badRequest('The body must be an object with the member "query".');
  checkSize(body, most);
  return paramsOf(body);
}

/** Parses a URL. @throws Refusal */
export function paramsInAddress(url: string, most: Most): ReceivedParams {
  const parameters = parametersOf(url);
  const json = (name: string): unknown => {
    const text = parameterIn(parameters, name);
    if (text === undefined) return undefined;
    const value = jsonIn(text);
    if (value === undefined)
      throw badRequest(
        `"${name}" is no JSON${placeOfFault(text)}. JSON has no comments, and no comma before "}" or "]".`,
      );
    checkSize(value, most);
    return value;
  };
  return paramsOf({
    query: parameterIn(parameters, 'query'),
    operationName: parameterIn(parameters, 'operationName'),
    variables: json('variables'),
    extensions: json('extensions'),
    documentId: parameterIn(parameters, 'documentId'),
  });
}

function paramsOf(given: Readonly<Record<string, unknown>>): ReceivedParams {
  const query = text(given, 'query');
  const operationName = text(given, 'operationName');
  const variables = object(given, 'variables', '{"first": 20}');
  const extensions = object(given, 'extensions', '{}');
  const documentId = text(given, 'documentId');
  return {
    ...(query !== undefined && { query }),
    ...(operationName !== undefined && { operationName }),
    ...(variables !== undefined && { variables }),
    ...(extensions !== undefined && { extensions }),
    ...(documentId !== undefined && { documentId }),
  };
}

function text(given: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = given[name];
  if (value == null || value === '') return undefined;
  if (typeof value === 'string') return value;
  throw badRequest(`"${name}" is no text. Give it as a string of JSON.`);
}

function object(
  given: Readonly<Record<string, unknown>>,
  name: string,
  example: string,
): Readonly<Record<string, unknown>> | undefined {
  const value = given[name];
  if (value == null) return undefined;
  if (isObject(value)) return value;
  throw badRequest(`"${name}" is no JSON object. Give one, such as ${example}.`);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function jsonIn(given: string): unknown {
  try {
    return JSON.parse(given);
  } catch {
    return undefined;
  }
}

/** @throws Refusal for JSON with too many levels or items, or with a number out of range */
function checkSize(value: unknown, most: Most): void {
  const { levels, items, finite } = jsonSize(value);
  if (levels > most.jsonDepth)
    throw badRequest(`The JSON has ${levels} levels; at most ${most.jsonDepth} are read.`);
  if (items > most.listItems)
    throw badRequest(
      `A list has ${items} items; at most ${most.listItems} are read. Ask in several requests.`,
    );
  if (!finite) throw badRequest('The JSON has a number beyond ±1.8e308. Give a smaller one, or a text.');
}

/** The parameters of a query; undefined if there is no query. */
export const graphQLParamsOf = ({
  query,
  operationName,
  variables,
}: ReceivedParams): GraphQLParams | undefined =>
  query === undefined
    ? undefined
    : {
        query,
        ...(operationName !== undefined && { operationName }),
        ...(variables !== undefined && { variables }),
      };
