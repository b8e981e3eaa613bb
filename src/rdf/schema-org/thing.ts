/** A record in the terms of schema.org, made of the quads of its document. Nothing is added that they do not state. */
import type { Quad } from '@rdfjs/types';
import { adms, csvw, dcat, dct, rdf, rdfs, schema, skos } from '../../vocabulary/namespaces';
import { properties, types, type Property } from './terms';

/** A text, with its language if it has one. */
export interface Text {
  readonly text: string;
  readonly language?: string;
}

/** A thing of a type with the values of its properties. */
export interface Thing {
  /** Null for what has no address of its own. */
  readonly iri: string | null;
  readonly type: string;
  readonly values: ReadonlyMap<string, readonly Value[]>;
}

export type Value = Text | { readonly iri: string } | Thing;

export const isThing = (value: Value): value is Thing => 'type' in value;
export const isText = (value: Value): value is Text => 'text' in value;

type Node = Quad['object'];
type Statements = ReadonlyMap<string, ReadonlyMap<string, readonly Node[]>>;

/** What is said of a variable. */
const ofVariables = [
  ['name', csvw('title')],
  ['alternateName', csvw('name')],
  ['description', dct('description')],
  ['propertyID', csvw('propertyUrl')],
] as const;

/** How far things stand in things: the distributions of a dataset, and their publishers no more. */
const deepest = 1;
const mediaTypes = 'http://www.iana.org/assignments/media-types/';

/** @returns null if the document says nothing that schema.org has a type for */
export function thingOf(quads: readonly Quad[], iri: string): Thing | null {
  return new Reading(statementsIn(quads)).thing(iri, 0);
}

function statementsIn(quads: readonly Quad[]): Statements {
  const found = new Map<string, Map<string, Node[]>>();
  for (const { subject, predicate, object } of quads) {
    const of = found.get(subject.value) ?? new Map<string, Node[]>();
    found.set(subject.value, of);
    of.set(predicate.value, [...(of.get(predicate.value) ?? []), object]);
  }
  return found;
}

class Reading {
  constructor(private readonly statements: Statements) {}

  thing(iri: string, depth: number): Thing | null {
    const type = this.typeOf(iri);
    if (type === null) return null;
    const values = new Map<string, Value[]>();
    for (const property of properties) {
      if ((property.of && !property.of.includes(type)) || (property.as === 'thing' && depth > deepest))
        continue;
      for (const object of this.objects(iri, property.predicate))
        add(values, property.name, this.valuesOf(property, object, depth));
    }
    return { iri: iri.includes('#') ? null : iri, type, values };
  }

  private objects(iri: string, predicate: string): readonly Node[] {
    return this.statements.get(iri)?.get(predicate) ?? [];
  }

  private typeOf(iri: string): string | null {
    const classes = this.objects(iri, rdf('type')).map(({ value }) => value);
    const own = classes.find((each) => each.startsWith(schema('')));
    return own?.slice(schema('').length) ?? types.find(([each]) => classes.includes(each))?.[1] ?? null;
  }

  private valuesOf({ as }: Property, object: Node, depth: number): Value[] {
    const { value } = object;
    if (as === 'text') return object.termType === 'Literal' ? [textOf(object)] : [];
    if (as === 'iri')
      return value.includes('#') && this.statements.has(value) ? this.labels(value) : [{ iri: value }];
    if (as === 'label') return object.termType === 'Literal' ? [textOf(object)] : this.labels(value);
    if (as === 'media-type') return [{ text: value.replace(mediaTypes, '') }];
    if (as === 'interval') return this.interval(value);
    if (as === 'identifier') return [this.identifier(value)];
    if (as === 'variables') return this.variables(value);
    const thing = this.thing(value, depth + 1);
    if (!thing || thing.values.size === 0) return [];
    return as === 'place' ? [{ iri: null, type: 'Place', values: new Map([['geo', [thing]]]) }] : [thing];
  }

  private labels(iri: string): Text[] {
    const labels = [skos('prefLabel'), rdfs('label')].flatMap((each) => this.objects(iri, each));
    return labels.map(textOf);
  }

  /** An interval of ISO 8601; an end that is not known is left open. */
  private interval(iri: string): Text[] {
    const [start, end] = [dcat('startDate'), dcat('endDate')].map(
      (each) => this.objects(iri, each)[0]?.value,
    );
    return start === undefined && end === undefined ? [] : [{ text: `${start ?? '..'}/${end ?? '..'}` }];
  }

  /** The variables of the tables in a group. https://schema.org/variableMeasured */
  private variables(group: string): Thing[] {
    const columns = this.objects(group, csvw('table')).flatMap((table) =>
      this.objects(table.value, csvw('column')),
    );
    return columns.map(({ value: iri }) => {
      const values = new Map<string, Value[]>();
      for (const [name, property] of ofVariables) add(values, name, this.objects(iri, property).map(valueOf));
      return { iri: null, type: 'PropertyValue', values };
    });
  }

  private identifier(iri: string): Thing {
    const values = new Map<string, Value[]>();
    const first = (predicate: string) => this.objects(iri, predicate)[0]?.value;
    const [scheme, notation, address] = [adms('schemaAgency'), skos('notation'), rdfs('seeAlso')].map(first);
    if (scheme !== undefined) add(values, 'propertyID', [{ text: scheme }]);
    if (notation !== undefined) add(values, 'value', [{ text: notation }]);
    if (address !== undefined) add(values, 'url', [{ iri: address }]);
    return { iri: null, type: 'PropertyValue', values };
  }
}

const valueOf = (node: Node): Value => (node.termType === 'Literal' ? textOf(node) : { iri: node.value });

const textOf = (node: Node): Text =>
  node.termType === 'Literal' && node.language !== ''
    ? { text: node.value, language: node.language }
    : { text: node.value };

/** The same name may come from several properties. */
function add(values: Map<string, Value[]>, name: string, more: readonly Value[]): void {
  const before = values.get(name) ?? [];
  const fresh = more.filter(
    (each) => !before.some((other) => JSON.stringify(other) === JSON.stringify(each)),
  );
  if (fresh.length > 0) values.set(name, [...before, ...fresh]);
}
