/** What the documents of others say of a record only by way of those around it. */
import { createHash } from 'node:crypto';
import { dcat } from '../../vocabulary/namespaces';
import type { Surroundings } from './concluded';
import type { Plan } from './plan';
import { nameProperties } from './other-properties';
import { ownerNodeOf } from './pointers';
import type { RecordReading } from './record-reading';
import { isBlank } from './statements';

export function surroundingsOf(node: string, plan: Plan, reading: RecordReading): Surroundings {
  const { statements } = reading;
  const [owner] = plan.references.flatMap(({ reference }) =>
    reference.required ? (ownerNodeOf(node, plan, reference, reading) ?? []) : [],
  );
  const titles =
    owner === undefined ? [] : nameProperties.flatMap((property) => statements.of(owner, property));
  const ownerName = Object.fromEntries(
    titles.map(({ object }) => {
      const [tag = ''] = object.termType === 'Literal' ? object.language.toLowerCase().split('-') : [];
      return [tag === '' ? reading.language : tag, object.value];
    }),
  );
  return {
    language: reading.language,
    ownerName: titles.length > 0 ? ownerName : undefined,
    isService: statements.of(node, dcat('accessService')).length > 0,
    isDownloadable: statements
      .valuesOf(node, dcat('distribution'))
      .some((each) => statements.of(each, dcat('downloadURL')).length > 0),
  };
}

/** An address for a part without one: a fragment of its owner's, made of what tells it from the other parts. */
export function fragmentOf(
  node: string,
  plan: Plan,
  data: Readonly<Record<string, unknown>>,
  reading: RecordReading,
): string | null {
  if (plan.description.kind === 'link') return null;
  const [owner] = plan.references.flatMap(({ reference }) =>
    reference.required ? (ownerNodeOf(node, plan, reference, reading) ?? []) : [],
  );
  if (owner === undefined || isBlank(owner)) return null;
  const { downloadUrl, accessUrl, url, columnName, name } = data;
  const identifying = JSON.stringify([downloadUrl, accessUrl, url, columnName, name]);
  const digest = createHash('sha256').update(identifying).digest('hex').slice(0, 12);
  return `${owner}#${plan.description.path}-${digest}`;
}
