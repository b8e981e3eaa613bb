/** Where a finding of a checker stands: in which record and field, reached how. */
import type { Description, List } from '../../resource/description';
import type { Registry } from '../../resource/registry';
import type { DescribedRecord, WholeRecord } from '../../resource/whole-record';
import { memberTermOf, roleTermOf } from '../../resource/role-term';
import { fieldOf, type Field } from './fields';

/** The property by which a list states one of its records. */
const propertyOf = (list: List, { description, record }: DescribedRecord): string | null =>
  list.term ? memberTermOf({ ...list, term: list.term }, description, record).predicate : null;

/** A place in a record, or in what belongs to it. */
export interface Place {
  /** The key of the record whose node is judged; null if it is none of these. */
  readonly key: string | null;
  /** The properties that lead to the node. */
  readonly path: readonly string[];
  /** The field in which a steward states the property; null if no declaration states it. */
  readonly field: Field | null;
}

/** What a whole record leads to, by key: the property, and the class. */
interface Reached {
  property: string | null;
  description: Description;
}

export class Places {
  private readonly reached = new Map<string, Reached>();

  constructor(
    private readonly whole: WholeRecord,
    private readonly base: string,
    private readonly registry: Registry,
  ) {
    this.reachFrom(whole);
    for (const { description, record, other, side } of whole.links) {
      const role = roleTermOf(description, record);
      const property = role?.of === side ? role.predicate : null;
      this.reach(other, property);
      this.reached.set(record.key, { property: null, description });
    }
  }

  private reachFrom({ description, references, lists }: DescribedRecord): void {
    for (const { name, term } of description.references) {
      const target = references.get(name);
      if (target) this.reach(target, term?.predicate ?? null);
    }
    for (const list of description.lists)
      for (const each of lists.get(list.name) ?? []) this.reach(each, propertyOf(list, each));
  }

  private reach({ record, description }: DescribedRecord, property: string | null): void {
    if (record.key === this.whole.record.key || this.reached.has(record.key)) return;
    this.reached.set(record.key, { property, description });
  }

  /**
   * @param node the IRI of the node that is judged
   * @param property what it lacks or states wrongly
   */
  of(node: string | null, property: string | null): Place {
    const [address = '', part] = node?.split('#') ?? [];
    const key = address.startsWith(`${this.base}/`) ? address.slice(this.base.length + 1) : null;
    if (key === null) return { key: null, path: [], field: null };
    if (key === this.whole.record.key) return this.own(key, part, property);
    const { property: leads = null, description } = this.reached.get(key) ?? {};
    const of = description ?? this.registry.ofKey(key);
    const inner = of && property !== null ? fieldOf(of, [property]) : null;
    return { key, path: leads === null ? [] : [leads], field: partField(of, part) ?? inner };
  }

  /** A node that has the IRI of the record, or is a part of it such as `#temporalCoverage`. */
  private own(key: string, part: string | undefined, property: string | null): Place {
    const { description } = this.whole;
    const ofPart = partField(description, part);
    if (ofPart) return { key, path: ofPart.property === null ? [] : [ofPart.property], field: ofPart };
    return { key, path: [], field: property === null ? null : fieldOf(description, [property]) };
  }
}

/** The field whose value a node `{record}#field` describes. */
function partField(
  description: Description | undefined,
  part: string | undefined,
): (Field & { property: string | null }) | null {
  if (!description || part === undefined) return null;
  const [name = ''] = part.split(/[-./]/);
  const declared = [...description.attributes, ...description.references, ...description.lists].find(
    (each) => each.name === name,
  );
  if (!declared?.term) return null;
  const field = fieldOf(description, [declared.term.predicate]);
  return field && { ...field, name, property: declared.term.predicate };
}
