/** Links: nodes of their own, and what their roles state directly about their ends. */
import type { NamedNode } from './factory';
import { otherSide, type Side } from '../resource/description';
import { roleTermOf } from '../resource/role-term';
import type { WholeLink, WholeRecord } from '../resource/whole-record';
import { stateReferenceAsProperty } from './additional-properties';
import { describeOther, describeRecord, point } from './describe';
import type { Graph } from './graph';
import type { Terms } from './terms';
import { typeFor } from './values';

/** The links of a record. */
export function describeLinks(
  terms: Terms,
  graph: Graph,
  { description, record, references, links }: WholeRecord,
): void {
  const node = terms.nodeOf(record.key);
  const own = terms.of(description).references;
  const single = new Set<string>();
  for (const link of goingOnFirst(links)) {
    const role = roleTermOf(link.description, link.record);
    const other = describeOther(terms, graph, link.other, role?.of === link.side ? role : {});
    if (!graph.isDescribedElsewhere(link.description)) describeLink(terms, graph, link);
    if (role?.of !== link.side || (role.single && single.has(role.predicate))) continue;
    single.add(role.predicate);
    point(graph, node, role, other);
    for (const { name, term } of own)
      if (term.predicate === role.predicate && references.get(name)?.record.key === link.other.record.key)
        stateReferenceAsProperty(graph, node, name, other);
  }
}

/** A link as a node, without its ends. */
function describeLink(terms: Terms, graph: Graph, { description, record }: WholeLink): NamedNode {
  return describeRecord(terms, graph, {
    description,
    record,
    identifiers: [],
    references: new Map(),
    lists: new Map(),
  });
}

/** What the role of a link states about its ends. */
export function describeRole(terms: Terms, graph: Graph, link: WholeRecord): void {
  const role = roleTermOf(link.description, link.record);
  if (!role || role.single) return;
  const [subject, object] = [role.of, otherSide(role.of)].map((side) => endNode(terms, link, side));
  if (subject && object) point(graph, subject, role, typeFor(role)(graph, object));
}

function endNode(terms: Terms, { record }: WholeRecord, side: Side): NamedNode | null {
  const key = record[`${side}Key`];
  return typeof key === 'string' ? terms.nodeOf(key) : null;
}

/** What has ended comes last, so that what may be stated once is what holds. */
const goingOnFirst = (links: readonly WholeLink[]): readonly WholeLink[] =>
  links.some(hasEnded) ? [...links.filter((link) => !hasEnded(link)), ...links.filter(hasEnded)] : links;

const hasEnded = ({ record }: WholeLink): boolean => record.endsOn != null;
