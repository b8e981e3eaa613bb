/** What the literals of a value leave out, such as when a name was in use: nodes that repeat the literal with more. */
import type { Attribute } from '../resource/description';
import { schema } from '../vocabulary/namespaces';
import { literal, type NamedNode } from './factory';
import type { Graph } from './graph';
import { skolemNode } from './iris';
import { literalOf } from './literals';
import { rdfType, termNode } from './namespaces';

const [further, propertyValue] = [termNode(schema('additionalProperty')), termNode(schema('PropertyValue'))];
const [propertyId, value] = [termNode(schema('propertyID')), termNode(schema('value'))];

/** States it of a record, if there is anything. */
export function stateAdditionalProperty(
  graph: Graph,
  subject: NamedNode,
  { name, kind }: Attribute,
  stored: unknown,
): void {
  kind.apart?.(stored).forEach(({ about, more }, index) => {
    const node = skolemNode(subject, `${name}-${index + 1}`);
    graph.add(subject, further, node);
    graph.add(node, rdfType, propertyValue);
    graph.add(node, propertyId, literal(name));
    graph.add(node, value, literalOf(about));
    for (const [property, each] of Object.entries(more)) graph.add(node, termNode(property), literalOf(each));
  });
}

/** States that a record refers to another one by a field of its own, where a link says the same with the same property. */
export function stateReferenceAsProperty(
  graph: Graph,
  subject: NamedNode,
  field: string,
  other: NamedNode,
): void {
  const node = skolemNode(subject, field);
  graph.add(subject, further, node);
  graph.add(node, rdfType, propertyValue);
  graph.add(node, propertyId, literal(field));
  graph.add(node, value, other);
}
