/** What began, ended or was first shown by sources, with its day. */
import type { DatePrecision } from '../../../vocabulary/date-precision';
import type { Label } from '../../../vocabulary/label';
import type { Mentioned } from '../answered';
import { hrefOf, wordsOf, type Site } from '../site';
import { Day } from '../values/day';
import { classOf, pathOfLink } from './links';
import { Mention } from './texts';

export interface Happened {
  readonly date: string;
  readonly datePrecision: DatePrecision | null;
  readonly what: 'BEGAN' | 'ENDED' | 'FIRST_SEEN';
  readonly subject:
    | Mentioned
    | {
        readonly __typename: string;
        readonly id: string;
        readonly from: Mentioned;
        readonly to: Mentioned;
      };
}

const happenedWords: Label<Record<Happened['what'], string> & { readonly nothing: string }> = {
  de: {
    BEGAN: 'begonnen',
    ENDED: 'beendet',
    FIRST_SEEN: 'erstmals belegt',
    nothing: 'Dazu nennt keine Quelle etwas.',
  },
  en: {
    BEGAN: 'began',
    ENDED: 'ended',
    FIRST_SEEN: 'first seen',
    nothing: 'No source says anything on this.',
  },
};

const Subject = ({ site, of }: { site: Site; of: Happened['subject'] }) => {
  if ('iri' in of) return <Mention site={site} of={of} />;
  return (
    <>
      <Mention site={site} of={of.from} /> – <Mention site={site} of={of.to} />{' '}
      <a class="quiet" href={hrefOf(site, pathOfLink(of.id))}>
        {wordsOf(site).details}
        <span class="unseen">: {`${of.from.name} – ${of.to.name}`}</span>
      </a>
    </>
  );
};

/** In the order given. */
export function HappenedList({ site, changes }: { site: Site; changes: readonly Happened[] }) {
  const words = happenedWords[site.language];
  if (changes.length === 0) return <p>{words.nothing}</p>;
  return (
    <ol class="lately">
      {changes.map((change) => (
        <li>
          <span class="when">
            <Day site={site} day={change.date} precision={change.datePrecision} />
          </span>
          <span>
            <span class="class">
              {classOf(site, change.subject)} {words[change.what]}
            </span>
            <br />
            <Subject site={site} of={change.subject} />
          </span>
        </li>
      ))}
    </ol>
  );
}
