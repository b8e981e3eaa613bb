/** A profile as SHACL shapes, for clients that follow `dct:conformsTo`. https://www.w3.org/TR/shacl/ */
import type { Quad, Quad_Object } from '@rdfjs/types';
import { DataFactory, type BlankNode } from 'n3';
import { dct, rdf, rdfs, sh, xsd } from '../../vocabulary/namespaces';
import { literal, namedNode, type NamedNode } from '../factory';
import { iriOf, termOf } from './names';
import type { Profile, ShapeData } from './profile';

type Node = NamedNode | BlankNode;

/**
 * The shapes of a profile. Its sets become one graph, so a shape has the name of its set before its own. What a profile says only for one
 * access level, or by a rule that SHACL has no word for without SPARQL, is left out: the document would judge more than the profile does.
 * @param iri the address of the profile
 */
export function shaclOf(profile: Profile, iri: string): Quad[] {
  const writer = new Shapes(profile, iri);
  const graph = namedNode(iri);
  writer.add(graph, rdf('type'), namedNode(dct('Standard')));
  for (const [language, title] of Object.entries(profile.title))
    writer.add(graph, dct('title'), literal(title, language));
  writer.add(graph, dct('source'), literal(profile.source));
  writer.add(graph, rdfs('seeAlso'), namedNode(profile.iri));
  for (const [set, shapes] of Object.entries(profile.sets))
    for (const [name, shape] of Object.entries(shapes)) writer.named(set, name, shape);
  return writer.quads;
}

class Shapes {
  readonly quads: Quad[] = [];
  private blanks = 0;

  constructor(
    private readonly profile: Profile,
    private readonly iri: string,
  ) {}

  named(set: string, name: string, shape: ShapeData): void {
    this.shape(this.nodeOf(set, name), shape, set);
  }

  add(subject: Node, property: string, object: Quad_Object): void {
    this.quads.push(DataFactory.quad(subject, namedNode(property), object));
  }

  private nodeOf(set: string, name: string): NamedNode {
    return namedNode(`${this.iri}#${encodeURIComponent(`${set}-${name}`)}`);
  }

  private name = (name: string): NamedNode => namedNode(iriOf(name, this.profile.prefixes));
  private value = (value: string): Quad_Object => termOf(value, this.profile.prefixes) as Quad_Object;

  private shape(node: Node, data: ShapeData, set: string): Node {
    const add = (property: string, object: Quad_Object) => this.add(node, property, object);
    const all = <T>(property: string, values: readonly T[] | undefined, of: (value: T) => Quad_Object) => {
      for (const value of values ?? []) add(property, of(value));
    };
    const integer = (value: number) => literal(String(value), namedNode(xsd('integer')));
    add(rdf('type'), namedNode(sh(data.path === undefined ? 'NodeShape' : 'PropertyShape')));
    all(sh('targetClass'), data.targetClass, this.name);
    all(sh('targetSubjectsOf'), data.targetSubjectsOf, this.name);
    if (data.path !== undefined) add(sh('path'), this.path(data.path));
    if (data.severity === 'warning') add(sh('severity'), namedNode(sh('Warning')));
    if (data.minCount !== undefined) add(sh('minCount'), integer(data.minCount));
    if (data.maxCount !== undefined) add(sh('maxCount'), integer(data.maxCount));
    if (data.nodeKind !== undefined) add(sh('nodeKind'), namedNode(sh(data.nodeKind)));
    this.datatypes(node, data.datatype);
    all(sh('class'), data.class, this.name);
    all(sh('hasValue'), data.hasValue, this.value);
    if (data.in) add(sh('in'), this.list(data.in.map(this.value)));
    if (data.pattern !== undefined) add(sh('pattern'), literal(data.pattern));
    if (data.flags !== undefined) add(sh('flags'), literal(data.flags));
    if (data.uniqueLang) add(sh('uniqueLang'), literal('true', namedNode(xsd('boolean'))));
    all(sh('node'), data.node, (name) => this.nodeOf(set, name));
    const inline = (shape: ShapeData) => this.shape(this.blank(), shape, set);
    for (const logic of ['or', 'and'] as const)
      all(sh(logic), data[logic], (shapes) => this.list(shapes.map(inline)));
    all(sh('not'), data.not, inline);
    for (const { shape, min, max } of data.qualified ?? []) {
      // Of several qualified shapes of one path, each needs a property shape of its own.
      const own = data.qualified?.length === 1 ? node : this.property(node, data.path ?? '');
      this.add(own, sh('qualifiedValueShape'), inline(shape));
      if (min !== undefined) this.add(own, sh('qualifiedMinCount'), integer(min));
      if (max !== undefined) this.add(own, sh('qualifiedMaxCount'), integer(max));
    }
    for (const [language, text] of Object.entries(data.message ?? {}))
      add(sh('message'), literal(text, language));
    all(sh('property'), data.properties?.filter(isForAll), inline);
    return node;
  }

  /** A further property shape for the values of a path. */
  private property(of: Node, path: string): Node {
    const node = this.blank();
    this.add(of, sh('property'), node);
    this.add(node, rdf('type'), namedNode(sh('PropertyShape')));
    this.add(node, sh('path'), this.path(path));
    return node;
  }

  /** SHACL has no list of datatypes: one of several is a choice of shapes. */
  private datatypes(node: Node, names: readonly string[] | undefined): void {
    const [only, ...others] = names ?? [];
    if (only === undefined) return;
    if (others.length === 0) {
      this.add(node, sh('datatype'), this.name(only));
      return;
    }
    const choices = [only, ...others].map((name) => {
      const choice = this.blank();
      this.add(choice, sh('datatype'), this.name(name));
      return choice;
    });
    this.add(node, sh('or'), this.list(choices));
  }

  /** Paths that are no single property must be blank nodes. https://www.w3.org/TR/shacl/#property-paths */
  private path(written: string): Node {
    const steps = written.split('|').map((step) => {
      if (!step.startsWith('^')) return this.name(step);
      const inverse = this.blank();
      this.add(inverse, sh('inversePath'), this.name(step.slice(1)));
      return inverse;
    });
    const [only, ...others] = steps;
    if (only && others.length === 0) return only;
    const choice = this.blank();
    this.add(choice, sh('alternativePath'), this.list(steps));
    return choice;
  }

  private list(items: readonly Quad_Object[]): Node {
    let rest: Node = namedNode(rdf('nil'));
    for (const item of [...items].reverse()) {
      const cell = this.blank();
      this.add(cell, rdf('first'), item);
      this.add(cell, rdf('rest'), rest);
      rest = cell;
    }
    return rest;
  }

  private blank(): BlankNode {
    this.blanks += 1;
    return DataFactory.blankNode(`b${this.blanks}`);
  }
}

const isForAll = ({ levels }: ShapeData): boolean => levels === undefined;
