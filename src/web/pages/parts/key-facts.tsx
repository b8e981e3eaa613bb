/** What one wants to know of a record first, beside its name. */
import type { Description } from '../../../resource/description';
import { labelOfField } from '../../../resource/labels';
import type { RecordAnswer } from '../answered';
import { keyFacts } from '../documents/list';
import type { Site } from '../site';
import { hasValue, Value } from '../values/value';

/** More would hide what matters; all facts follow below. */
const most = 4;

export function KeyFacts({
  site,
  description,
  record,
}: {
  site: Site;
  description: Description;
  record: RecordAnswer;
}) {
  const facts = keyFacts(description)
    .filter((attribute) => !['startsOn', 'endsOn', 'readyFor'].includes(attribute.name))
    .filter((attribute) => hasValue(record, attribute))
    .slice(0, most);
  if (facts.length === 0) return null;
  return (
    <dl class="key-facts">
      {facts.map((attribute) => (
        <div>
          <dt>{labelOfField(attribute)[site.language]}</dt>
          <dd>
            <Value site={site} attribute={attribute} of={record} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
