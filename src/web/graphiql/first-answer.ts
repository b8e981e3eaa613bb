// The answer to the linked query: asked for and shown at once, as the editors take longer to load than the gateway to answer.
import type { ExecutionResult } from 'graphql';
import type { Language } from './examples';
import { language } from './language';
import { readLink, type LinkedQuery } from './link';
import { send, type QueryRequest } from './send';
import { words } from './words';

interface FirstAnswer {
  readonly request: QueryRequest;
  readonly language: Language;
  readonly answer: Promise<ExecutionResult>;
}

let first: Promise<FirstAnswer | null> = Promise.resolve(null);
/** Whether the editors are there to show it. */
let isTaken = false;

/** Asks the query of the address, if there is one, and shows what is answered. */
export function showFirstAnswer(): void {
  first = linkedQuery()
    .then((linked) => {
      const request = linked && requestOf(linked);
      return request ? { request, language: language(), answer: send(request) } : null;
    })
    .catch(() => null);
  void first.then((asked) => asked?.answer.then(show, () => undefined));
}

/** The examples are many, so they are loaded where the address names one. */
async function linkedQuery(): Promise<LinkedQuery | undefined> {
  const linked = readLink(location.search);
  if (linked || !new URLSearchParams(location.search).has('example')) return linked;
  const { namedExample } = await import('./named-example');
  return namedExample(location.search);
}

/** Undefined where the variables are no JSON: the editor then says what is wrong. */
function requestOf({ query, variables, operationName }: LinkedQuery): QueryRequest | undefined {
  try {
    return {
      query,
      ...(variables && { variables: JSON.parse(variables) as unknown }),
      ...(operationName && { operationName }),
    };
  } catch {
    return undefined;
  }
}

/** The first answer, if this is the request for it; once, and only if it has no errors. */
export async function takeFirstAnswer(request: QueryRequest): Promise<ExecutionResult | null> {
  const asked = await first;
  if (asked?.language !== language() || !isSame(asked.request, request)) return null;
  first = Promise.resolve(null);
  isTaken = true;
  const answer = await asked.answer.catch(() => null);
  return answer?.errors ? null : answer;
}

/** A link need not name the only operation of its query. */
const isSame = (one: QueryRequest, other: QueryRequest): boolean =>
  one.query === other.query &&
  JSON.stringify(one.variables ?? {}) === JSON.stringify(other.variables ?? {}) &&
  (one.operationName === undefined || one.operationName === other.operationName);

const placeId = 'first-answer';

function show(answer: ExecutionResult): void {
  if (isTaken) return;
  const say = words[language()];
  const place = document.createElement('main');
  place.id = placeId;
  place.lang = language();
  const heading = document.createElement('h1');
  heading.textContent = say.answer;
  const waiting = document.createElement('p');
  waiting.role = 'status';
  waiting.textContent = say.editorLoads;
  const text = document.createElement('pre');
  text.tabIndex = 0;
  text.setAttribute('aria-label', say.answer);
  text.textContent = JSON.stringify(answer, null, 2);
  place.append(heading, waiting, text);
  document.body.append(place);
  // It lies over the page that is being built.
  document.getElementById('graphiql')?.setAttribute('inert', '');
}

/** The editors show the answer now. */
export function hideFirstAnswer(): void {
  isTaken = true;
  first = Promise.resolve(null);
  document.getElementById(placeId)?.remove();
  document.getElementById('graphiql')?.removeAttribute('inert');
}
