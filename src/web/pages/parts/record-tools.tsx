/** What one does with a record: go to a part of its page, refer to it, report an error. */
import { reportAddress } from '../notices';
import { wordsOf, type Site } from '../site';

interface RecordToolsOptions {
  site: Site;
  iri: string;
  name: string;
  /** The parts of the page, by their anchors. */
  parts: readonly { readonly id: string; readonly title: string }[];
}

export function RecordTools({ site, iri, name, parts }: RecordToolsOptions) {
  const words = wordsOf(site);
  const report = reportAddress(site.notices, { subject: words.errorIn(name), record: iri, field: null });
  return (
    <div class="tools">
      <nav aria-label={words.onThisPage}>
        <ul>
          {parts.map(({ id, title }) => (
            <li>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
      <p>
        {words.permanent}: <a href={iri}>{iri}</a>
        {report !== null && (
          <>
            {' · '}
            <a href={report}>{words.report}</a>
          </>
        )}
      </p>
    </div>
  );
}
