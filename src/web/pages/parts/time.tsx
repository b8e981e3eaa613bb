/** When something holds: as stated, as attested, or unknown (docs/time.md). */
import type { Timed } from '../answered';
import { wordsOf, type Site } from '../site';
import { Day } from '../values/day';

/** From when to when, as sources state it; null where none does. */
const StatedTime = ({ site, of }: { site: Site; of: Timed }) => {
  const words = wordsOf(site);
  const { startsOn, startsOnPrecision, endsOn, endsOnPrecision } = of;
  return (
    <span class="time stated">
      {startsOn !== null && (
        <Day
          site={site}
          day={startsOn}
          precision={startsOnPrecision}
          {...(endsOn === null && { around: words.since })}
        />
      )}
      {startsOn !== null && endsOn !== null && ' – '}
      {endsOn !== null && (
        <Day
          site={site}
          day={endsOn}
          precision={endsOnPrecision}
          {...(startsOn === null && { around: words.until })}
        />
      )}{' '}
      ({words.stated})
    </span>
  );
};

/** The days for which sources show it. It need not have begun or ended then. */
const AttestedTime = ({ site, of }: { site: Site; of: Timed }) => {
  const { attestedFrom, attestedUntil } = of;
  if (attestedFrom === null || attestedUntil === null) return null;
  return (
    <span class="time attested">
      <Day site={site} day={attestedFrom} />
      {attestedFrom !== attestedUntil && (
        <>
          {' – '}
          <Day site={site} day={attestedUntil} />
        </>
      )}{' '}
      ({wordsOf(site).attested})
    </span>
  );
};

export function Time({ site, of }: { site: Site; of: Timed }) {
  const isStated = of.startsOn !== null || of.endsOn !== null;
  const isAttested = of.attestedFrom !== null && of.attestedUntil !== null;
  if (!isStated && !isAttested) return <span class="time unknown">{wordsOf(site).unknown}</span>;
  return (
    <>
      {isStated && <StatedTime site={site} of={of} />}
      {isStated && isAttested && <br />}
      {isAttested && <AttestedTime site={site} of={of} />}
    </>
  );
}
