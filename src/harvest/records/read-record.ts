/** Reads one record from its statements. */
import { getOrMake } from '../../maps';
import { describe, type Description } from '../../resource/description';
import { memberTerms } from '../../resource/role-term';
import { adms, dcat, dct, prov, rdf } from '../../vocabulary/namespaces';
import type { HarvestedRecord, PartOfRecord, Place } from '../harvested-record';
import { readAttribute } from './attribute-values';
import type { RecordNode } from './classes';
import { conclude } from './concluded';
import { evidenceOf } from './evidence-of';
import { identifiersOf } from './identifiers-of';
import { mentionOf } from './mentions';
import { equivalentProperties } from './other-properties';
import { planOf, type Plan } from './plan';
import { impliedCodes, pointersOf } from './pointers';
import type { RecordReading } from './record-reading';
import { isBlank, nodeOf } from './statements';
import { fragmentOf, surroundingsOf } from './surroundings';

/** Reads a record without the links that it states of itself. */
export function readRecord(recordNode: RecordNode, reading: RecordReading): HarvestedRecord {
  const { node, description, own } = recordNode;
  const { statements, context } = reading;
  const plan = planOf(context.registry, description);
  const strict = own !== null;
  const isResource = description.kind === 'resource';
  const known = isResource ? identifiersOf(node, statements) : { identifiers: [], knownAs: [] };
  if (strict) leaveOutConcluded(node, reading);
  const values = valuesOf(node, plan, reading, strict);
  const pointers = pointersOf(node, plan, reading, strict);
  const evidence =
    description.kind === 'source'
      ? []
      : evidenceOf(node, statements, (each, type) =>
          mentionOf(
            each,
            type === 'source' ? [context.registry.source] : context.registry.resources,
            reading,
          ),
        );
  const stated = { ...(!strict && impliedCodes(node, plan, reading)), ...values, ...pointers };
  const around = surroundingsOf(node, plan, reading);
  const concluded = strict ? { values: {}, notes: {} } : conclude(description, stated, around);
  const data = {
    ...(own && description.kind !== 'link' && { slug: own.slug }),
    ...stated,
    ...concluded.values,
    ...(known.identifiers.length > 0 && { identifiers: known.identifiers }),
    ...(evidence.length > 0 && { evidence }),
  };
  placeWhatIsOurs(node, description, reading);
  return {
    type: description.type,
    iri: isBlank(node) ? fragmentOf(node, plan, data, reading) : node,
    knownAs: known.knownAs,
    data,
    at: placesOf(node, plan, reading),
    document: context.document,
    concluded: concluded.notes,
    beside: strict && description.kind !== 'source' && evidence.length === 0,
  };
}

/** What a gateway concluded by itself, which rdf:Statements without a source say, is nothing that anybody stated. */
function leaveOutConcluded(node: string, { statements, classes }: RecordReading): void {
  for (const { subject } of statements.pointing(rdf('subject'), node)) {
    const statement = nodeOf(subject);
    if (classes.ownOf(statement) || statements.of(statement, prov('hadPrimarySource')).length > 0) continue;
    const objects = new Set(statements.valuesOf(statement, rdf('object')));
    for (const property of statements.valuesOf(statement, rdf('predicate')))
      statements.place(statements.of(node, property).filter(({ object }) => objects.has(nodeOf(object))));
    statements.placeAllOf(statement);
  }
}

/** The attributes that a document states of a node, as if it were a record of a class. */
export function valuesOf(
  node: string,
  plan: Plan,
  reading: RecordReading,
  strict: boolean,
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const planned of plan.attributes) {
    const value = readAttribute(planned, node, reading, strict);
    if (value !== undefined) values[planned.attribute.name] = value;
  }
  const [time] = plan.bounds.length > 0 ? reading.statements.of(node, plan.during) : [];
  if (time)
    for (const planned of plan.bounds) {
      const value = readAttribute(planned, nodeOf(time.object), reading, strict);
      if (value === undefined) continue;
      values[planned.attribute.name] = value;
      reading.statements.place([time]);
    }
  return strict ? values : reading.persons.withoutPersonal(values);
}

/** What a gateway such as this one states by itself, and what leads from record to record, has its place already. */
function placeWhatIsOurs(node: string, description: Description, { statements }: RecordReading): void {
  for (const property of getOrMake(ours, description, () => oursOf(description)))
    statements.place(statements.of(node, property));
}

const ours = new WeakMap<Description, readonly string[]>();

function oursOf(description: Description): readonly string[] {
  const derived = [
    ...description.attributes.filter((each) => each.derived),
    ...description.references,
  ].flatMap(({ term }) => term?.predicate ?? []);
  const lists = description.lists.flatMap((list) =>
    list.kind === 'inverse' && list.term && !list.term.parts
      ? memberTerms({ ...list, term: list.term }, describe(list.to())).map(({ predicate }) => predicate)
      : [],
  );
  const always = [
    rdf('type'),
    dct('identifier'),
    dct('modified'),
    dct('isPartOf'),
    dcat('dataset'),
    dcat('distribution'),
    adms('identifier'),
  ];
  return [...derived, ...lists, ...always];
}

/** It must hold nothing else: it lives as long as the record. */
const always = (place: Place) => () => place;

function placesOf(node: string, plan: Plan, reading: RecordReading): HarvestedRecord['at'] {
  const { statements, context } = reading;
  const { lineOf } = context;
  if (!lineOf) return always(reading.placeOf(node));
  return (part: PartOfRecord) => {
    const [field] = part;
    const property =
      plan.attributes.find(({ attribute }) => attribute.name === field)?.term.predicate ??
      plan.references.find(({ reference }) => reference.name === field)?.term.predicate;
    const [quad] =
      property === undefined ? [] : equivalentProperties(property).flatMap((way) => statements.of(node, way));
    const line = quad && lineOf(quad.subject, quad.predicate.value, quad.object);
    return line ? { ...reading.placeOf(node), line } : reading.placeOf(node);
  };
}
