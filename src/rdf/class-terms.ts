/** How the records of a class are stated: made once from its declaration. */
import type { NamedNode } from './factory';
import { groupBy } from '../maps';
import {
  describe,
  type Attribute,
  type Description,
  type InverseList,
  type Reference,
} from '../resource/description';
import { besideOf } from '../resource/record';
import type { MemberTerm } from '../resource/role-term';
import type { StoredRecord } from '../resource/record';
import { dcat, dct, schema } from '../vocabulary/namespaces';
import { classesWith, rdfClasses, type RdfClass } from '../vocabulary/rdf-classes';
import type { Term } from '../vocabulary/term';
import { stateAdditionalProperty } from './additional-properties';
import type { Concepts } from './concepts';
import type { Graph } from './graph';
import { termNode } from './namespaces';
import { valueStatement, type StateValue } from './values';

/** States an attribute of a record, if it has a value. */
export type StateAttribute = (graph: Graph, subject: NamedNode, record: StoredRecord) => void;

/** A reference, list or end as it is stated. */
export interface StatedPointer {
  name: string;
  term: Term;
  /** The attribute whose code says by which property instead: of the records of a list, or of the record that refers to one that has such a list. */
  termBy?: string;
}

export interface ClassTerms {
  description: Description;
  about: RdfClass;
  types: readonly NamedNode[];
  /** The attributes by name, without what is stated below. */
  attributes: ReadonlyMap<string, readonly StateAttribute[]>;
  /** The attributes with which a record is described where another one refers to it: its name, and what consumers need of its class. */
  brief: readonly StateAttribute[];
  /** States the name with another property. */
  named: (predicate: string) => StateAttribute;
  /** The attributes that bound its time, which is a node of its own. */
  bounds: readonly { name: string; state: StateAttribute }[];
  references: readonly StatedPointer[];
  lists: readonly StatedPointer[];
  ends: readonly (StatedPointer & { side: 'from' | 'to' })[];
  /** The terms of fields, by name. */
  terms: ReadonlyMap<string, readonly Term[]>;
}

/** dct:identifier is stated for all records in the same way, beside their other identifiers. */
const elsewhere = new Set([dct('identifier')]);
/** Properties of a period of time, https://www.w3.org/TR/vocab-dcat-3/#Class:Period_of_Time */
const ofPeriods = new Set([dcat('startDate'), dcat('endDate')]);

export function classTerms(description: Description, concepts: Concepts): ClassTerms {
  const about = rdfClasses[description.term] ?? {};
  const terms = new Map<string, readonly Term[]>();
  const stated = description.attributes.flatMap((attribute) => {
    const own = termsOf(about, attribute);
    if (own.length > 0) terms.set(attribute.name, own);
    return own.map((term) => ({ attribute, term, state: attributeStatement(attribute, term, concepts) }));
  });
  const bounds = stated.filter(({ term }) => ofPeriods.has(term.predicate));
  const attributes = stated.filter((each) => !bounds.includes(each));
  const needed = new Set([...namesOf(about), ...(about.brief ?? [])]);
  const name = description.attributes.find(({ term }) => term?.predicate === dct('title'));
  const lists = description.lists.flatMap((list): StatedPointer[] => {
    if (!list.term || list.kind === 'links') return [];
    const termBy = list.kind === 'inverse' ? list.termBy : undefined;
    return [{ name: list.name, term: list.term, ...(termBy !== undefined && { termBy }) }];
  });
  for (const { name: called, term } of lists) terms.set(called, [term]);
  const references = description.references.flatMap((reference) => {
    const stated = reference.term ? { term: reference.term } : inverseOf(description, reference);
    if (stated) terms.set(reference.name, [stated.term]);
    return stated ? [{ name: reference.name, ...stated }] : [];
  });
  return {
    description,
    about,
    types: classesWith(description.term).map(termNode),
    attributes: new Map(
      [...groupBy(attributes, ({ attribute }) => attribute.name)].map(([called, all]) => [
        called,
        all.map(({ state }) => state),
      ]),
    ),
    brief: attributes.filter(({ term }) => needed.has(term.predicate)).map(({ state }) => state),
    named: (predicate) =>
      name?.term ? attributeStatement(name, { ...name.term, predicate }, concepts) : () => undefined,
    bounds: bounds.map(({ attribute, state }) => ({ name: attribute.name, state })),
    references,
    lists,
    ends: description.ends.flatMap(({ name: called, side, term }) =>
      term ? [{ name: called, side, term }] : [],
    ),
    terms,
  };
}

const namesOf = ({ named = [dct('title')] }: RdfClass): readonly string[] => named;

/** The terms of an attribute in a class; those of one without a term of its own are those of any further property. */
export function termsOf(about: RdfClass, attribute: Attribute): readonly Term[] {
  if (attribute.term) return elsewhere.has(attribute.term.predicate) ? [] : termsIn(about, attribute.term);
  return attribute.derived ? [] : [furtherProperty(attribute)];
}

/** A value for which no vocabulary has a property. https://schema.org/additionalProperty */
const furtherProperty = (attribute: Attribute): Term => ({
  predicate: schema('additionalProperty'),
  object: 'node',
  class: schema('PropertyValue'),
  namedBy: schema('propertyID'),
  parts: { '': { ...attribute.kind.stated(attribute), predicate: schema('value') } },
});

function termsIn(about: RdfClass, term: Term): readonly Term[] {
  if (term.predicate === dct('title')) return namesOf(about).map((predicate) => ({ ...term, predicate }));
  return [about.instead?.[term.predicate] ?? term];
}

function attributeStatement(attribute: Attribute, term: Term, concepts: Concepts): StateAttribute {
  const { name } = attribute;
  const beside = besideOf(attribute)?.name;
  const state: StateValue = valueStatement(attribute, term, concepts);
  return (graph, subject, record) => {
    const value = record[name];
    if (value === null || value === undefined) return;
    state(graph, subject, value, beside === undefined ? null : record[beside]);
    if (attribute.kind.apart) stateAdditionalProperty(graph, subject, attribute, value);
  };
}

/** What the record behind a reference states of this one, where the reference itself has no term. */
export function inverseOf(description: Description, reference: Reference): MemberTerm | undefined {
  const { term, termBy } = listBehind(description, reference) ?? {};
  return term && { term: { ...term, inverse: true }, ...(termBy !== undefined && { termBy }) };
}

/** The list in which the record behind a reference has this one. */
export const listBehind = (description: Description, { name, to }: Reference): InverseList | undefined =>
  describe(to()).lists.find(
    (each): each is InverseList =>
      each.kind === 'inverse' && each.by === name && describe(each.to()) === description,
  );
