/** Classes that follow from where a node stands, and that consumers who do not reason have to find in the document. */
import type { Quad } from '@rdfjs/types';
import { DataFactory } from 'n3';
import { rdf } from '../../../vocabulary/namespaces';
import { classAbove, classOfValues } from './property-kinds';
import type { Statements } from './statements';
import { iri } from './step';

/** A class that is added. */
export interface AddedClass {
  readonly quad: Quad;
  /** The property of which the node is a value; null if it is of a class below. */
  readonly property: string | null;
}

const type = iri(rdf('type'));

export function missingClasses(quads: readonly Quad[], statements: Statements): AddedClass[] {
  const added = new Map<string, AddedClass>();
  for (const { subject, predicate, object, graph } of quads) {
    const isType = predicate.value === type.value;
    const node = isType ? subject : object;
    const of = isType ? classAbove[object.value] : classOfValues[predicate.value];
    if (of === undefined || node.termType === 'Literal' || !statements.describes(node)) continue;
    const types = statements.typesOf(node);
    if (isType ? types.has(of) : types.size > 0) continue;
    const key = `${node.termType} ${node.value}\n${of}`;
    const quad = DataFactory.quad(node, type, iri(of), graph);
    if (!added.has(key)) added.set(key, { quad, property: isType ? null : predicate.value });
  }
  return [...added.values()];
}
