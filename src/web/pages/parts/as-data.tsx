import type { ComponentChildren } from 'preact';
import { hrefOfQuery, wordsOf, type Site } from '../site';

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
      <a class="query" href={hrefOfQuery(site, query, variables)}>
        {wordsOf(site).query}
      </a>
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
