/** What a field of a harvested record may refer to, and how a reference to it is written. */
import { describe, isStated, type Description } from '../../resource/description';
import { slugOfKey } from '../../resource/identity';
import type { Registry } from '../../resource/registry';

/** The classes to which each field that is a reference may lead, by class and field. */
export class ReferenceFields {
  private readonly byClass = new Map<Description, ReadonlyMap<string, readonly Description[]>>();

  constructor(private readonly registry: Registry) {}

  /** The classes to which a field may lead; undefined if it is no reference. */
  classesOf(description: Description, field: string): readonly Description[] | undefined {
    let fields = this.byClass.get(description);
    if (!fields) this.byClass.set(description, (fields = this.fieldsOf(description)));
    return fields.get(field);
  }

  private fieldsOf({ ends, references }: Description): ReadonlyMap<string, readonly Description[]> {
    return new Map([
      ...ends.map((end): [string, Description[]] => [end.name, this.registry.classesOf(end).map(describe)]),
      ...references
        .filter(isStated)
        .map((reference): [string, Description[]] => [reference.name, [describe(reference.to())]]),
    ]);
  }
}

/** A reference as a record of the seeds would write it: the slug alone where only one class is possible. */
export const referenceText = (key: string, classes: readonly Description[]): string =>
  classes.length === 1 ? slugOfKey(key) : key;
