/** The lists of a record that are no links, such as the distributions of a dataset. */
import { describe, type Description } from '../../../resource/description';
import { labelOfField } from '../../../resource/labels';
import type { LinkAnswer, ListAnswer, Mentioned, RecordAnswer } from '../answered';
import { inverseLists } from '../documents/record';
import { hrefOf, wordsOf, type Site } from '../site';
import { writtenNumber } from '../values/days';
import { pathOfLink } from './links';
import { Mention } from './texts';

interface ListsOptions {
  site: Site;
  description: Description;
  record: RecordAnswer;
}

type Listed = Pick<ListAnswer<Mentioned & Pick<LinkAnswer, 'id' | 'from' | 'to'>>, 'totalCount' | 'nodes'>;

/** The records of a list; the page of the list has all of them. */
export const Lists = ({ site, description, record }: ListsOptions) => (
  <>
    {inverseLists(description).map((list) => {
      const { totalCount, nodes } = record[list.name] as Listed;
      if (totalCount === 0) return null;
      const count = writtenNumber(totalCount, site.language);
      return (
        <section aria-labelledby={list.name}>
          <h2 id={list.name}>
            {labelOfField(list)[site.language]} ({count})
          </h2>
          <ul>
            {nodes.map((node) => (
              <li>
                {'iri' in node ? (
                  <Mention site={site} of={node} />
                ) : (
                  <a href={hrefOf(site, pathOfLink((node as LinkAnswer).id))}>
                    {(node as LinkAnswer).from.name} – {(node as LinkAnswer).to.name}
                  </a>
                )}
              </li>
            ))}
          </ul>
          {nodes.length < totalCount && (
            <p>
              <a href={hrefOf(site, `/${describe(list.to()).path}`, [[list.by, record.slug]])}>
                {wordsOf(site).all(count)}
              </a>
            </p>
          )}
        </section>
      );
    })}
  </>
);
