// An answer as a network: its links, and the records that contain others.
import type { GraphQLSchema } from 'graphql';
import type { AnsweredObject } from './objects';
import { below, isLink, isRecord, nameOf, textIn, withSurroundings } from './records';

/** A record of the network. */
export interface AnsweredNode {
  readonly key: string;
  name: string;
  type: string;
  /** Its global id or web address, where the answer has one. */
  id: string | undefined;
  isCentre: boolean;
}

/** All that links two records. */
export interface AnsweredEdge {
  readonly from: string;
  readonly to: string;
  /** The kind of the first link; null for a record within another. */
  readonly kind: string | null;
  /** Roles, kinds or fields. */
  readonly says: Set<string>;
}

export interface AnsweredNetwork {
  readonly nodes: readonly AnsweredNode[];
  readonly edges: readonly AnsweredEdge[];
}

/** Null where nothing is linked with anything. */
export function networkIn(root: AnsweredObject, schema: GraphQLSchema): AnsweredNetwork | null {
  const gathered = new Gathered();
  for (const [object, around] of withSurroundings(root)) {
    if (isRecord(schema, object)) {
      const node = gathered.node(object);
      if (!node) continue;
      node.isCentre ||= isCentre(object, around);
      const outer = holderOf(object, around, schema);
      if (outer) gathered.link(outer.record, object, null, outer.field);
      continue;
    }
    const ends = endsOf(object, around, schema);
    if (ends) gathered.link(ends[0], ends[1], kindOf(object, schema), roleOf(object));
  }
  return gathered.edges.size > 0 ? { nodes: gathered.nodes, edges: [...gathered.edges.values()] } : null;
}

/** The one record that was asked for, that around which a neighbourhood lies, or the two ends of paths. */
function isCentre(object: AnsweredObject, around: readonly AnsweredObject[]): boolean {
  const [parent, path] = around;
  if (!object.isItem && around.length === 1) return true;
  if (parent?.type === 'GraphNode') return parent.values.get('distance') === 0;
  if (parent?.type !== 'PathStep' || !path) return false;
  const steps = below(path, 'steps');
  return (
    (object.field === 'from' && steps[0] === parent) || (object.field === 'to' && steps.at(-1) === parent)
  );
}

/** The record that contains this one, if it does so without a link; with the field that leads from it. */
function holderOf({ field }: AnsweredObject, around: readonly AnsweredObject[], schema: GraphQLSchema) {
  const at = around.findIndex((each) => isRecord(schema, each) || isLink(schema, each) || hasEnds(each));
  const record = around[at];
  if (!record || !isRecord(schema, record)) return null;
  return { record, field: around[at - 1]?.field ?? field };
}

const hasEnds = (object: AnsweredObject): boolean =>
  below(object, 'from').length > 0 && below(object, 'to').length > 0;

/** The two records that an object links: what it calls its ends, else those within it, else one and the record around it. */
function endsOf(
  object: AnsweredObject,
  around: readonly AnsweredObject[],
  schema: GraphQLSchema,
): readonly [AnsweredObject, AnsweredObject] | null {
  const [from] = below(object, 'from');
  const [to] = below(object, 'to');
  if (from && to && isRecord(schema, from) && isRecord(schema, to)) return [from, to];
  if (!isLink(schema, object)) return null;
  const [one, other] = object.inner.filter((each) => isRecord(schema, each));
  if (one && other) return [one, other];
  const outer = around.find((each) => isRecord(schema, each) || hasEnds(each));
  return one && outer && isRecord(schema, outer) ? [outer, one] : null;
}

const constant = (type: string): string => type.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();

function kindOf(object: AnsweredObject, schema: GraphQLSchema): string | null {
  const link = isLink(schema, object) ? object : object.inner.find((each) => isLink(schema, each));
  if (!link) return null;
  return textIn(link, 'kind') ?? (link.type === 'Link' ? null : constant(link.type));
}

const roleOf = (object: AnsweredObject): string | undefined =>
  textIn(object, 'roleLabel', 'role') ??
  object.inner.map((each) => textIn(each, 'roleLabel', 'role')).find(Boolean);

/** Records and links, each once, whichever of its names an object has. */
class Gathered {
  readonly nodes: AnsweredNode[] = [];
  readonly edges = new Map<string, AnsweredEdge>();
  private readonly byName = new Map<string, AnsweredNode>();

  node(object: AnsweredObject): AnsweredNode | null {
    const names = namesOf(object);
    const known = names.map((name) => this.byName.get(name)).find((each) => each !== undefined);
    const [key] = names;
    if (!known && key === undefined) return null;
    const name = nameOf(object);
    const node = known ?? { key: key ?? '', name: '', type: object.type, id: undefined, isCentre: false };
    if (!known) this.nodes.push(node);
    // An address says less than a name that came later.
    if (name !== undefined && (node.name === '' || node.name === node.id)) node.name = name;
    if (node.type === 'Resource') node.type = object.type;
    node.id ??= textIn(object, 'iri', 'id');
    for (const each of names) this.byName.set(each, node);
    return node;
  }

  link(from: AnsweredObject, to: AnsweredObject, kind: string | null, says: string | undefined): void {
    const [one, other] = [this.node(from), this.node(to)];
    if (!one || !other || one === other) return;
    const key = [one.key, other.key].sort().join('\n');
    const edge = this.edges.get(key) ?? { from: one.key, to: other.key, kind, says: new Set<string>() };
    const label = says ?? kind;
    if (label !== null) edge.says.add(label);
    this.edges.set(key, edge);
  }
}

/** What tells a record from others: its id, its address, else its slug or name. */
function namesOf(object: AnsweredObject): string[] {
  const certain = ['id', 'iri'].flatMap((field) => {
    const value = textIn(object, field);
    return value === undefined ? [] : [`${field} ${value}`];
  });
  if (certain.length > 0) return certain;
  const name = textIn(object, 'slug', 'name', 'acronym', 'city', 'title');
  return name === undefined ? [] : [`name ${name}`];
}
