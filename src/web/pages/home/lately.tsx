/** What began or ended most recently, the newest first. */
import { classOf, pathOfLink } from '../parts/links';
import { Mention } from '../parts/texts';
import { hrefOf, wordsOf, type Site } from '../site';
import { Day } from '../values/day';
import type { Happened } from './answer';
import { homeWords } from './words';

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

export function Lately({ site, changes }: { site: Site; changes: readonly Happened[] }) {
  const words = homeWords[site.language];
  if (changes.length === 0) return <p>{words.nothing}</p>;
  const what = { BEGAN: words.began, ENDED: words.ended, FIRST_SEEN: words.firstSeen };
  return (
    <ol class="lately">
      {[...changes].reverse().map((change) => (
        <li>
          <span class="when">
            <Day site={site} day={change.date} precision={change.datePrecision} />
          </span>
          <span>
            <span class="class">
              {classOf(site, change.subject)} {what[change.what]}
            </span>
            <br />
            <Subject site={site} of={change.subject} />
          </span>
        </li>
      ))}
    </ol>
  );
}
