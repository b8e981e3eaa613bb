/** What sources say of a list as a whole: whether it has everything, and how many there are. */
import type { Completeness } from '../vocabulary/completeness';
import { otherSide, type Description, type List } from '../resource/description';
import type { StatedEvidence } from '../resource/evidence';
import { isAbout } from './coverage/completeness';
import { statedAs } from './coverage/path';
import type { CountedEnd } from './counting/ends';
import type { ListArguments, Listing } from './listing';
import { declaredList } from './lists';

/** A list below a record, as sources speak of it. */
export interface StatedList {
  /** The properties under which they do. */
  properties: readonly string[];
  /** The attribute of the record with the number that they state; null if there is none. */
  number: string | null;
  /** The day that is asked about. */
  day: string | null;
  /** Everything that sources name, on whatever day. */
  whole: Listing;
  /** The end of its links at which its records are; null if it lists the records themselves. */
  end: CountedEnd | null;
}

export const statedList = (owner: Description, list: List, { asOf }: ListArguments): StatedList => ({
  properties: statedAs(owner, list),
  number: list.number ?? null,
  day: asOf ?? null,
  whole: declaredList(owner, list, {}),
  end: list.kind === 'links' ? otherSide(list.as) : null,
});

/** What is known of a list as a whole. */
export interface ListKnowledge {
  status: Completeness;
  /** How many there are, as sources say; null if none does. */
  statedCount: number | null;
  evidence: readonly StatedEvidence[];
}

/** Of a list of which no source could speak, as it stands at no record. */
export const nothingStated: ListKnowledge = { status: 'UNKNOWN', statedCount: null, evidence: [] };

/** What sources have said of a list, and how much they name. */
export interface ListStatements {
  evidence: readonly StatedEvidence[];
  /** The number that they state. */
  stated: number | null;
  /** How many they name, on whatever day. */
  named: number;
}

export function knowledgeOf(
  { properties, number, day }: StatedList,
  { evidence, stated, named }: ListStatements,
): ListKnowledge {
  const ofList = evidence.filter(({ property }) => property !== null && properties.includes(property));
  const ofNumber = evidence.filter(({ property }) => property !== null && property === number);
  const isComplete = day !== null && ofList.some((each) => each.complete && isAbout(each, day));
  const isPartial = stated !== null && stated > named;
  return {
    status: isComplete ? 'COMPLETE' : isPartial ? 'PARTIAL' : 'UNKNOWN',
    statedCount: stated,
    evidence: [...ofList, ...ofNumber],
  };
}
