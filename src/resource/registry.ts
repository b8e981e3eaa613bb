/** All declared classes of a catalogue, by type name, path or class. The other layers know them only through this. */
import { describe, endOf, type Description, type End, type RecordClass } from './description';
import { pathOfKey } from './identity';
import { Source } from './source';

/** The declared classes, in the catalogue's order. */
export class Registry {
  readonly resources: Description[];
  readonly links: Description[];
  readonly source = describe(Source);
  /** Resources, links and the source class. */
  readonly all: Description[];
  /** All of them. Each comes after those that it refers to. */
  readonly inDependencyOrder: Description[];
  private readonly byPath: Map<string, Description>;
  private readonly byType: Map<string, Description>;

  constructor(classes: readonly RecordClass[]) {
    const declared = classes.map(describe);
    this.resources = declared.filter(({ kind }) => kind === 'resource');
    this.links = declared.filter(({ kind }) => kind === 'link');
    this.all = [...declared, this.source];
    this.inDependencyOrder = orderedByReference([this.source, ...this.resources, ...this.links]);
    this.byPath = unique(this.all, 'path');
    this.byType = unique(this.all, 'type');
    for (const link of this.links) for (const side of ['from', 'to'] as const) endOf(link, side);
  }

  /** The class of a key. */
  ofKey(key: string): Description | undefined {
    return this.byPath.get(pathOfKey(key));
  }

  /** The possible classes of an end; any resource if the declaration names none. */
  classesOf(end: End): RecordClass[] {
    const named = end.to();
    return named.length > 0 ? named : this.resources.map((description) => description.class);
  }

  ofType(type: string): Description | undefined {
    return this.byType.get(type);
  }
}

function orderedByReference(descriptions: readonly Description[]): Description[] {
  const ordered: Description[] = [];
  const seen = new Set<Description>();
  const add = (description: Description): void => {
    if (seen.has(description)) return;
    seen.add(description);
    for (const { to } of description.references) add(describe(to()));
    ordered.push(description);
  };
  descriptions.forEach(add);
  return ordered;
}

function unique(descriptions: Description[], by: 'path' | 'type'): Map<string, Description> {
  const map = new Map<string, Description>();
  for (const description of descriptions) {
    const other = map.get(description[by]);
    if (other)
      throw new Error(
        `${other.class.name} and ${description.class.name} share the ${by} "${description[by]}".`,
      );
    map.set(description[by], description);
  }
  return map;
}
