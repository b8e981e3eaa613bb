/** What each server is asked, and whether all of them answer the same. */
import { isDeepStrictEqual } from 'node:util';

const { Buffer, fetch } = globalThis;

export const headers = {
  'content-type': 'application/json',
  accept: 'application/json',
  'accept-language': 'de',
};

/** The query in the words of a contestant; null where it cannot answer. */
function ownWords(contestant, query) {
  const own = contestant.queries ? contestant.queries[query.name] : { document: query.document };
  if (!own || own.cannot) return null;
  return {
    body: (variables) =>
      JSON.stringify({
        query: own.document,
        operationName: query.name,
        variables: own.variables ? own.variables(variables) : variables,
      }),
    read: own.read ?? ((data) => data),
  };
}

/**
 * The question as a contestant is asked it: its bodies and how each answer is read; of a stream, the query of each body, too.
 * Null where the contestant cannot answer.
 * @param list what cursors of the list of datasets begin with
 */
export function questionOf(contestant, query, server, { size, list }) {
  const url = `${server.url}${contestant.path?.(query) ?? '/graphql'}`;
  if (!query.requests) {
    const own = ownWords(contestant, query);
    return own && { url, bodies: query.variables(size).map(own.body), readers: [own.read] };
  }
  if (contestant.answersOfOurs) return null;
  const requests = query.requests(size, list);
  const words = new Map(requests.map((each) => [each.query, ownWords(contestant, each.query)]));
  if ([...words.values()].includes(null)) return null;
  return {
    url,
    bodies: requests.map((each) => words.get(each.query).body(each.variables)),
    readers: requests.map((each) => words.get(each.query).read),
    names: requests.map((each) => each.query.name),
  };
}

/** What our cursors of the list of datasets begin with: a mark of the list and its order. */
export async function listOfCursors({ url }) {
  const body = JSON.stringify({ query: '{ datasets(first: 1) { pageInfo { endCursor } } }' });
  const { endCursor } = JSON.parse(await ask({ url: `${url}/graphql` }, body)).data.datasets.pageInfo;
  return JSON.parse(Buffer.from(endCursor, 'base64url').toString())[0];
}

/** The text of an answer. @throws Error for one that is no success. */
export async function ask({ url }, body) {
  const response = await fetch(url, { method: 'POST', headers, body });
  const text = await response.text();
  if (!response.ok || JSON.parse(text).errors)
    throw new Error(`${url} answers ${response.status}: ${text.slice(0, 500)}`);
  return text;
}

/** So many answers of a stream are compared. */
const compared = 100;

/** Asks the first and the last of the bodies, or the first of a stream. */
export async function answersTo({ url, bodies, readers, names }) {
  const places = names ? [...bodies.keys()].slice(0, compared) : [...new Set([0, bodies.length - 1])];
  const answers = [];
  for (const place of places) {
    const { data } = JSON.parse(await ask({ url }, bodies[place]));
    answers.push((readers[place] ?? readers[0])(data));
  }
  return answers;
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
