/** What a record and its parts state, by RDF property, with the field in which it stands. */
import type { Attribute, List } from '../../resource/description';
import { identifierIri } from '../../resource/identifiers/identifiers';
import { memberTermOf, roleTermOf } from '../../resource/role-term';
import type { DescribedRecord, WholeRecord } from '../../resource/whole-record';
import { adms, prov } from '../../vocabulary/namespaces';
import type { Term } from '../../vocabulary/term';
import { groupBy } from '../../maps';

/** One thing that is stated. */
export interface Stated {
  /** The record that states it: the record itself, one of its parts, or a link. */
  readonly key: string;
  /** The field in which it stands. */
  readonly field: string;
  /** IRI of its RDF property. */
  readonly property: string;
  /** The value for people: a text, a code, the IRI of a record or of an identifier. */
  readonly value: string;
}

/** The fields that stand for identifiers and the web address, which are not declared. */
export const identifiersField = 'identifiers';

export class Statements {
  private readonly own: ReadonlyMap<string, Stated[]>;
  private readonly parts = new Map<string, ReadonlyMap<string, Stated[]>>();

  constructor(readonly whole: WholeRecord) {
    this.own = groupBy(
      [...statedBy(whole), ...whole.identifiers.map((each) => identified(whole, each)), ...byRoles(whole)],
      ({ property }) => property,
    );
  }

  /** What the record states with one of some properties. */
  of(...properties: readonly string[]): readonly Stated[] {
    return properties.flatMap((property) => this.own.get(property) ?? []);
  }

  /** The properties with which the record states something. */
  get properties(): readonly string[] {
    return [...this.own.keys()];
  }

  /** The sources from which the record is known. */
  get evidence(): readonly Stated[] {
    const { record, evidence } = this.whole;
    const base = { key: record.key, field: 'evidence', property: prov('wasDerivedFrom') };
    return evidence.map(({ sourceId }) => ({ ...base, value: sourceId }));
  }

  /** What the records of its lists with a property (`part`) state with one of some properties. */
  ofParts(part: string, ...properties: readonly string[]): readonly Stated[] {
    let byProperty = this.parts.get(part);
    if (!byProperty) {
      const parts = this.whole.description.lists.flatMap((list) =>
        membersOf(list, this.whole).flatMap(({ term, member }) => (term.predicate === part ? [member] : [])),
      );
      byProperty = groupBy(parts.flatMap(statedBy), ({ property }) => property);
      this.parts.set(part, byProperty);
    }
    return properties.flatMap((property) => byProperty.get(property) ?? []);
  }
}

/** The records of a list, each with the property by which it is stated. */
function membersOf(list: List, { lists }: DescribedRecord): { term: Term; member: DescribedRecord }[] {
  const { name, term } = list;
  if (!term) return [];
  return (lists.get(name) ?? []).map((member) => ({
    term: memberTermOf({ ...list, term }, member.description, member.record),
    member,
  }));
}

/** What the attributes, references and lists of a record state. */
function statedBy(described: DescribedRecord): Stated[] {
  const { description, record, references } = described;
  const { key } = record;
  const stated: Stated[] = [];
  for (const attribute of description.attributes) {
    if (!attribute.term || attribute.derived) continue;
    const value = shown(attribute, record[attribute.name]);
    if (value !== null)
      stated.push({ key, field: attribute.name, property: attribute.term.predicate, value });
  }
  for (const { name, term } of description.references) {
    const target = term && references.get(name);
    if (target) stated.push({ key, field: name, property: term.predicate, value: target.record.key });
  }
  for (const list of description.lists)
    for (const { term, member } of membersOf(list, described))
      stated.push({ key, field: list.name, property: term.predicate, value: member.record.key });
  return stated;
}

/** What links state directly about the record by their role, and what the record is to the other end. */
const byRoles = ({ links }: WholeRecord): Stated[] =>
  links.flatMap(({ description, record, side, other }): Stated[] => {
    const base = { key: record.key, value: other.record.key };
    const term = roleTermOf(description, record);
    const direct = term?.of === side ? [{ ...base, field: 'role', property: term.predicate }] : [];
    const ends = description.ends.flatMap(({ name, term: of, side: end }) =>
      of && end !== side ? [{ ...base, field: name, property: of.predicate }] : [],
    );
    return [...direct, ...ends];
  });

function identified({ record }: WholeRecord, identifier: WholeRecord['identifiers'][number]): Stated {
  const value = identifierIri(identifier) ?? identifier.value;
  return { key: record.key, field: identifiersField, property: adms('identifier'), value };
}

/** A value as one text; null if there is none. */
function shown({ scheme, kind }: Attribute, value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.length > 0 ? value.map((each) => oneText(each)).join(', ') : null;
  if (typeof value === 'string') return scheme?.concepts[value]?.iri ?? value;
  if (kind.holds === 'wordings') {
    const texts = value as Record<string, string>;
    return texts.en ?? texts.de ?? Object.values(texts)[0] ?? null;
  }
  return oneText(value);
}

const oneText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
