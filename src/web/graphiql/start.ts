// What is open at the start: the linked query, else the tabs of the last visit, else the first example.
import { textOf } from './examples';
import { language } from './language';
import { readLink, type LinkedQuery } from './link';
import { namedExample } from './named-example';
import { recall } from './storage';
import { tour } from './tour';
import { words } from './words';

/** Whether GraphiQL has stored no tabs in this browser. */
export const firstVisit = recall('graphiql:tabState') === null;

/** The query of the link that was followed, or the example that it names. It runs at once. */
export const linked: LinkedQuery | undefined = readLink(location.search) ?? namedExample(location.search);

/** The query that is opened; undefined if the tabs of the last visit are. */
export const arrival: LinkedQuery | undefined = linked ?? (firstVisit ? welcome() : undefined);

function welcome(): LinkedQuery | undefined {
  const [first] = tour;
  if (!first) return undefined;
  const text = `${words[language()].welcome}\n${textOf(first, language())}`;
  return { query: text, variables: first.variables, operationName: first.operationName };
}
