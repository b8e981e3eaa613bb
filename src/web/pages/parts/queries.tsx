/** The queries behind a page, each of which runs in GraphiQL, and the answers that are tables. */
import { hrefOfQuery, wordsOf, type Site } from '../site';
import type { PageAnswers } from '../site-page';
import { pictureWords } from './picture-words';

interface QueriesOptions {
  site: Site;
  answers: PageAnswers;
  /** The names of the answers that can be had as a table. */
  tables: readonly string[];
}

const operationIn = (query: string): string => /query (\w+)/.exec(query)?.[1] ?? '';

export const Queries = ({ site, answers, tables }: QueriesOptions) => (
  <section aria-labelledby="queries">
    <h2 id="queries">{wordsOf(site).data}</h2>
    <p>{pictureWords[site.language].queries}:</p>
    <ul>
      {Object.values(answers).map(({ name, query, variables }) => (
        <li>
          <a class="query" href={hrefOfQuery(site, query, variables)}>
            {operationIn(query)}
          </a>
          {tables.includes(name) &&
            (['csv', 'xlsx'] as const).map((format) => (
              <>
                {' · '}
                <a href={hrefOfQuery(site, query, variables, format)}>
                  {format.toUpperCase()}
                  <span class="unseen"> {operationIn(query)}</span>
                </a>
              </>
            ))}
        </li>
      ))}
    </ul>
  </section>
);
