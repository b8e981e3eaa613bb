/** The description of a class of records, as declared. Everything derived (tables, types, imports, RDF) reads only this. */
import type { Label } from '../vocabulary/label';
import type { ClassNames } from '../vocabulary/type-labels';
import type { CoverageDeclaration } from './coverage';
import type { Attribute, End, List, RecordClass, Reference, Side, UniqueIdentifier } from './property';

export type {
  Attribute,
  End,
  InverseList,
  LinkList,
  List,
  RecordClass,
  Reference,
  Side,
  ThroughList,
  UniqueIdentifier,
} from './property';

/** `resource`: an addressable node. `link`: a typed edge between two resources. `source`: a document that evidence cites. */
export type RecordKind = 'resource' | 'link' | 'source';

/** The complete description of a class. */
export interface Description {
  class: RecordClass;
  kind: RecordKind;
  /** GraphQL type name, such as `FundingPeriod`. */
  type: string;
  /** First segment of web addresses and keys, such as `funding-periods`. */
  path: string;
  about: string;
  /** What people call one and several of its records, where the vocabulary of labels does not say. */
  names?: Label<ClassNames>;
  /** IRI of the RDF class. */
  term: string;
  attributes: Attribute[];
  uniqueIdentifiers: UniqueIdentifier[];
  references: Reference[];
  ends: End[];
  lists: List[];
  /** The link type whose time bounds that of a record of this class, where no source states when it began or ended. */
  boundedBy?: () => RecordClass;
  /** For links: the end whose time is that of the link, where no source states another one. */
  timeOf?: Side;
  /** For coverage queries; at most one class of a catalogue has it. */
  coverage?: CoverageDeclaration;
}

/** What a class declares itself, without inheritance. */
export interface Declared {
  head?: Pick<
    Description,
    'kind' | 'path' | 'about' | 'names' | 'term' | 'boundedBy' | 'timeOf' | 'coverage'
  >;
  attributes: Attribute[];
  uniqueIdentifiers: UniqueIdentifier[];
  references: Reference[];
  ends: End[];
  lists: List[];
}

const declarations = new WeakMap<RecordClass, Declared>();
const descriptions = new WeakMap<RecordClass, Description>();

/** The declaration of exactly this class, to which decorators add. */
export function declarationOf(target: RecordClass): Declared {
  const cached = declarations.get(target);
  if (cached) return cached;
  const fresh: Declared = {
    attributes: [],
    uniqueIdentifiers: [],
    references: [],
    ends: [],
    lists: [],
  };
  declarations.set(target, fresh);
  return fresh;
}

/** The class and its superclasses, base first. */
function lineage(target: RecordClass): RecordClass[] {
  const parent = Object.getPrototypeOf(target) as RecordClass | null;
  return parent && declarations.has(parent) ? [...lineage(parent), target] : [target];
}

/**
 * The description of a declared class, including inherited parts.
 * @throws Error when the class has neither `@Resource` nor `@Link`
 */
export function describe(target: RecordClass): Description {
  const cached = descriptions.get(target);
  if (cached) return cached;
  const { head } = declarationOf(target);
  if (!head) throw new Error(`${target.name} is not declared: decorate it with @Resource or @Link.`);
  const parts = lineage(target).map(declarationOf);
  const description: Description = {
    ...head,
    class: target,
    type: target.name,
    attributes: parts.flatMap((part) => part.attributes),
    uniqueIdentifiers: parts.flatMap((part) => part.uniqueIdentifiers),
    references: parts.flatMap((part) => part.references),
    ends: parts.flatMap((part) => part.ends),
    lists: parts.flatMap((part) => part.lists),
  };
  descriptions.set(target, description);
  return description;
}

/** The attribute with this name. */
export const attributeOf = (description: Description, name: string): Attribute | undefined =>
  description.attributes.find((attribute) => attribute.name === name);

/** Whether records of a class have a time: links, and resources that begin and end. */
export const isTimed = (description: Description): boolean =>
  attributeOf(description, 'attestedFrom') !== undefined;

/** Whether imports state a reference, rather than the gateway deriving it. */
export const isStated = ({ derivedFrom }: Reference): boolean => derivedFrom === undefined;

/** The end of a link on one side. @throws Error when the class is not a link */
export function endOf(link: Description, side: Side): End {
  const end = link.ends.find((candidate) => candidate.side === side);
  if (!end)
    throw new Error(
      `${link.type} declares no end \`${side}\`: decorate a property with @${side === 'from' ? 'From' : 'To'}.`,
    );
  return end;
}

export const otherSide = (side: Side): Side => (side === 'from' ? 'to' : 'from');
