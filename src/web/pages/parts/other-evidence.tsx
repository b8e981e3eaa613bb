/** What sources state of a record as a whole, of its lists, and of fields that have no value. */
import type { Description } from '../../../resource/description';
import { labelOfProperty } from '../../../resource/labels';
import type { Stated } from '../answered';
import { wordsOf, type Site } from '../site';
import { Statements } from './evidence';

interface OtherEvidenceOptions {
  site: Site;
  description: Description;
  evidence: readonly Stated[];
}

export const OtherEvidence = ({ site, description, evidence }: OtherEvidenceOptions) => {
  if (evidence.length === 0) return null;
  const words = wordsOf(site);
  const labelOf = (property: string | null): string =>
    property === null ? words.wholeRecord : labelOfProperty(description, property)[site.language];
  return (
    <section aria-labelledby="evidence">
      <h2 id="evidence">{words.evidence}</h2>
      <Statements site={site} evidence={evidence} labelOf={labelOf} />
    </section>
  );
};
