/** The page as data: other formats, and the query behind it. */
import type { ComponentChildren } from 'preact';
import { hrefOfQuery, wordsOf, type Site } from '../site';

/** The link that opens a query of the page in GraphiQL, with its answer. */
export const QueryLink = ({
  site,
  of: { query, variables },
  children = wordsOf(site).query,
}: {
  site: Site;
  of: { query: string; variables: object };
  children?: ComponentChildren;
}) => (
  <a class="query" href={hrefOfQuery(site, query, variables)}>
    {children}
  </a>
);

interface AsDataOptions {
  site: Site;
  /** What the other formats are of. */
  title: string;
  query: string;
  variables: object;
  children?: ComponentChildren;
}

/** What the page shows, in other formats, and the query that it was asked by. */
export const AsData = ({ site, title, query, variables, children }: AsDataOptions) => (
  <section aria-labelledby="data">
    <h2 id="data">{wordsOf(site).data}</h2>
    <p>
      <QueryLink site={site} of={{ query, variables }} />
    </p>
    {children}
    {site.forms.length > 0 && (
      <>
        <h3 id="forms">{title}</h3>
        <ul class="forms" aria-labelledby="forms">
          {site.forms.map(({ label, type, href }) => (
            <li>
              <a href={href} type={type}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </>
    )}
  </section>
);
