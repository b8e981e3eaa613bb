/** Who says what an assessment read: the evidence of a field of a record, and the record itself. */
import type { RequestContext } from '../context';
import { resolvedField, type Carrier } from '../define';
import { EvidenceType, shown } from '../evidence-types';
import { NodeInterface } from '../interfaces';
import { oneRecord } from '../one-record';

/** A field of a record. */
interface Place {
  readonly key: string | null;
  readonly field: string | null;
}

/** Adds the fields `record` and `evidence` to the resolvers of a type. */
export function placeFields(resolvers: Carrier, placeOf: (parent: never) => Place): void {
  resolvedField<never>(resolvers, {
    name: 'record',
    type: NodeInterface,
    about:
      'The record in which it stands, or would stand: the record itself, a part of it such as a distribution, or a link. Null if it is none of the catalogue.',
    nullable: true,
    ...oneRecord((parent) => placeOf(parent).key),
  });
  resolvedField<never>(resolvers, {
    name: 'evidence',
    type: [EvidenceType],
    about: 'Who says so: what sources state of the field; of a link, of the link as a whole.',
    resolve: (parent, _, context) => evidenceOf(placeOf(parent), context),
  });
}

async function evidenceOf({ key, field }: Place, { loaders, registry }: RequestContext) {
  if (key === null) return [];
  const ofLink = registry.ofKey(key)?.kind === 'link';
  const statements = await loaders.evidence(key);
  return statements
    .filter(({ property }) => property === field || (property === null && (ofLink || field === 'evidence')))
    .map(shown);
}
