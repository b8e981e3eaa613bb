/** Decides whether sources exclude a value that nothing proves: by another value, by dates in the past, or by a complete list. */
import type { Attribute } from '../../resource/description';
import type { StoredRecord } from '../../resource/record';
import type { Completeness } from './completeness';
import type { RequiredValue } from './requirements';
import type { Finding, Ground, Knowledge } from './finding';
import { isSingle, statedAtEnd, statedAtStart, type Step } from './path';
import { lastOf, type Explored } from './routes';

/** Why a value is excluded, or why not. */
type Excluded = Pick<Finding, 'reason' | 'grounds'>;

/** The complete and the open lists on a path. */
class Lists {
  readonly complete: Ground[] = [];
  readonly open: Ground[] = [];

  constructor(private readonly knowledge: Completeness) {}

  ask(key: string, properties: string[]): void {
    (this.knowledge.has(key, properties) ? this.complete : this.open).push({ key, properties });
  }
}

/** Whether sources exclude that a record has a value by a path on which nothing proves it. */
export function exclusion(
  key: string,
  { path, levels }: Explored,
  required: RequiredValue,
  knowledge: Knowledge,
): Excluded {
  const { steps, attribute } = path;
  const lists = new Lists(knowledge.complete);
  // Each record on the path could lead to others that no source names.
  const through = attribute ? steps : steps.slice(0, -1);
  through.forEach((step, depth) => {
    for (const route of levels[depth]?.get(key) ?? []) lists.ask(lastOf(route), statedAtStart(step));
  });
  const ends = (levels.at(-1)?.get(key) ?? []).map(lastOf);
  if (attribute) return ofAttribute(ends, attribute, lists, knowledge);
  const step = steps.at(-1);
  if (!step || !required.record) throw new Error('A path leads to an attribute or to records.');
  return ofRecord(ends, step, required.record, lists, knowledge);
}

/** Whether none of the records at the end of a path can have the value. */
function ofAttribute(
  ends: readonly string[],
  attribute: Attribute,
  lists: Lists,
  { record, disputes }: Knowledge,
): Excluded {
  const other: Ground[] = [];
  const disputed: Ground[] = [];
  for (const key of ends) {
    const properties = [attribute.name];
    const hasOther = isSingle(attribute) && record(key)?.[attribute.name] != null;
    if (!hasOther) lists.ask(key, properties);
    else (disputes.has(key, attribute.name) ? disputed : other).push({ key, properties });
  }
  const { open, complete } = lists;
  if (open.length > 0) return { reason: 'NOT_STATED', grounds: [...open, ...disputed] };
  if (disputed.length > 0) return { reason: 'DISPUTED', grounds: disputed };
  return { reason: complete.length > 0 ? 'NOT_LISTED' : 'OTHER_VALUE', grounds: [...other, ...complete] };
}

/** Whether none of the records before the last step can lead to the required record. */
function ofRecord(
  ends: readonly string[],
  step: Step,
  wanted: StoredRecord,
  lists: Lists,
  knowledge: Knowledge,
): Excluded {
  if (isOver(wanted, knowledge)) {
    const grounds = [{ key: wanted.key, properties: ['startsOn', 'endsOn'] }];
    return { reason: 'NOT_AT_THAT_TIME', grounds };
  }
  const atEnd = { key: wanted.key, properties: statedAtEnd(step) };
  if (knowledge.complete.has(atEnd.key, atEnd.properties)) lists.complete.push(atEnd);
  else {
    const before = lists.open.length;
    for (const key of ends) lists.ask(key, statedAtStart(step));
    if (lists.open.length > before) lists.open.push(atEnd);
  }
  return lists.open.length > 0
    ? { reason: 'NOT_STATED', grounds: lists.open }
    : { reason: 'NOT_LISTED', grounds: lists.complete };
}

/** Whether a record does not hold on the day, and sources do not disagree about when it began or ended. */
const isOver = ({ key }: StoredRecord, { refuted, disputes }: Knowledge): boolean =>
  refuted.has(key) && !disputes.has(key, 'startsOn') && !disputes.has(key, 'endsOn');
