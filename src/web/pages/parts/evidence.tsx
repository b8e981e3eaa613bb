/** What sources state, beside what it is about. Readers open it. */
import type { Registry } from '../../../resource/registry';
import type { Stated } from '../answered';
import { reportAddress } from '../notices';
import { hrefOf, wordsOf, type Site } from '../site';
import { Day } from '../values/day';
import { writtenNumber } from '../values/days';
import { statedValueIn } from './stated-value';
import { Mention, Outside } from './texts';

const pathOfSource = ({ source }: Registry, slug: string): string => `/${source.path}/${slug}`;

/** An address without the scheme that marks what is not on the web. */
const shownAddress = (address: string): string => address.replace(/^file:/, '');

const Source = ({ site, stated }: { site: Site; stated: Stated }) => {
  const { slug, title, url, publisher } = stated.citedFrom;
  const address = stated.document?.address ?? null;
  return (
    <p class="source">
      {wordsOf(site).source}: <a href={hrefOf(site, pathOfSource(site.registry, slug))}>{title}</a>
      {publisher !== null && ` (${publisher})`}
      {url !== null && (
        <>
          {' · '}
          <Outside href={url} />
        </>
      )}
      {address !== null && address !== url && (
        <>
          {' · '}
          {wordsOf(site).harvestedFrom} <Outside href={address}>{shownAddress(address)}</Outside>
        </>
      )}
    </p>
  );
};

/** What a statement is about, where that is not said by what it stands beside. */
type LabelOf = (property: string | null) => string;

const Statement = ({ site, stated, labelOf }: { site: Site; stated: Stated; labelOf?: LabelOf }) => {
  const words = wordsOf(site);
  const statedValue = statedValueIn(site, stated);
  const { quotation, note, confidenceLabel, statedOn, statedOnPrecision, during } = stated;
  return (
    <li>
      {labelOf && <p class="about">{labelOf(stated.property)}</p>}
      {statedValue !== null && (
        <p class="stated-value">
          {words.says}: <strong>{statedValue}</strong>
        </p>
      )}
      {quotation !== null && (
        <blockquote>
          <p class="text">{quotation}</p>
        </blockquote>
      )}
      <Source site={site} stated={stated} />
      <p class="how">
        {confidenceLabel}
        {statedOn !== null && (
          <>
            {' · '}
            <Day site={site} day={statedOn} precision={statedOnPrecision} around={words.on} />
          </>
        )}
        {during.length > 0 && (
          <>
            {' · '}
            {words.during}{' '}
            {during.map((each, index) => (
              <>
                {index > 0 && ', '}
                <Mention site={site} of={each} />
              </>
            ))}
          </>
        )}
      </p>
      {stated.complete && <p class="how">{words.complete}</p>}
      {note !== null && <p class="how text">{note}</p>}
    </li>
  );
};

interface StatementsOptions {
  site: Site;
  evidence: readonly Stated[];
  labelOf?: LabelOf;
}

export const Statements = ({ site, evidence, labelOf }: StatementsOptions) => (
  <ul class="statements">
    {evidence.map((stated) => (
      <Statement site={site} stated={stated} {...(labelOf && { labelOf })} />
    ))}
  </ul>
);

interface EvidenceOptions {
  site: Site;
  /** What it is about. */
  label: string;
  evidence: readonly Stated[];
  isDisputed?: boolean;
}

/** The number of statements, which opens them; nothing where there are none. */
export function Evidence({ site, label, evidence, isDisputed = false }: EvidenceOptions) {
  if (evidence.length === 0) return null;
  const words = wordsOf(site);
  const record = site.publicUrl + site.path;
  const report = reportAddress(site.notices, { subject: words.errorIn(site.path), record, field: label });
  return (
    // Where sources disagree, both sides are seen at once.
    <details class={isDisputed ? 'evidence disputed' : 'evidence'} open={isDisputed}>
      <summary>
        {words.statements(evidence.length, writtenNumber(evidence.length, site.language))}
        {isDisputed && <strong> – {words.disputed}</strong>}
        <span class="unseen">{words.of(label)}</span>
      </summary>
      <Statements site={site} evidence={evidence} />
      {report !== null && (
        <p>
          <a href={report}>
            {words.reportField}
            <span class="unseen">{words.of(label)}</span>
          </a>
        </p>
      )}
    </details>
  );
}
