/** What each server is asked, and whether all of them answer the same. */
import { isDeepStrictEqual } from 'node:util';

const { fetch } = globalThis;

export const headers = {
  'content-type': 'application/json',
  accept: 'application/json',
  'accept-language': 'de',
};

/** The question as a contestant is asked it; null where it cannot answer. */
export function questionOf(contestant, query, server, size) {
  const own = contestant.queries ? contestant.queries[query.name] : { document: query.document };
  if (!own || own.cannot) return null;
  const variables = query.variables(size).map((each) => (own.variables ? own.variables(each) : each));
  const body = (each) => JSON.stringify({ query: own.document, operationName: query.name, variables: each });
  return {
    url: `${server.url}${contestant.path?.(query) ?? '/graphql'}`,
    bodies: variables.map(body),
    read: own.read ?? ((data) => data),
  };
}

/** The text of an answer. @throws Error for one that is no success. */
export async function ask({ url }, body) {
  const response = await fetch(url, { method: 'POST', headers, body });
  const text = await response.text();
  if (!response.ok || JSON.parse(text).errors)
    throw new Error(`${url} answers ${response.status}: ${text.slice(0, 500)}`);
  return text;
}

/** Asks the first and the last of the bodies. */
export async function answersTo(question) {
  const asked = [...new Set([question.bodies[0], question.bodies.at(-1)])];
  return Promise.all(asked.map(async (body) => question.read(JSON.parse(await ask(question, body)).data)));
}

/** Says what differs between two answers, or null. */
export function differenceOf(expected, found, path = 'data') {
  if (isDeepStrictEqual(expected, found)) return null;
  const bothObjects = [expected, found].every((value) => typeof value === 'object' && value !== null);
  if (!bothObjects || Array.isArray(expected) !== Array.isArray(found))
    return `${path} is ${JSON.stringify(found)?.slice(0, 200)} instead of ${JSON.stringify(expected)?.slice(0, 200)}`;
  for (const key of new Set([...Object.keys(expected), ...Object.keys(found)])) {
    const difference = differenceOf(expected[key], found[key], `${path}.${key}`);
    if (difference) return difference;
  }
  return null;
}
