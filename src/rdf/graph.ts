/** The quads of a document: collected by subject, each once, in a fixed order. */
import { getOrMake } from '../maps';
import type { Description } from '../resource/description';
import { Described } from './described';
import { quad, type NamedNode, type Node, type Quad } from './factory';
import { rdf } from '../vocabulary/namespaces';
import { termNode } from './namespaces';
import { inOrder, sorted } from './quad-order';

const [linkedFrom, linkedTo] = [termNode(rdf('subject')), termNode(rdf('object'))];

export class Graph {
  /** What this document describes, and later ones need not. */
  readonly described = new Described();
  /** The records that it describes whole. */
  private readonly whole = new Set<string>();
  private readonly bySubject = new Map<string, Quad[]>();
  private readonly leftOut = new Set<string>();
  private readonly about = new Set<string>();
  /** The subject of the last quad: those of a subject mostly come one after another. */
  private subject: NamedNode | null = null;
  private own: Quad[] = [];

  /** @param elsewhere what earlier documents of the same output describe */
  constructor(private readonly elsewhere?: Described) {}

  /** Another graph with the same content. */
  copy(): Graph {
    const copy = new Graph(this.elsewhere);
    copy.described.addAll(this.described, Infinity);
    for (const key of this.whole) copy.whole.add(key);
    for (const id of this.leftOut) copy.leftOut.add(id);
    for (const [subject, quads] of this.bySubject) copy.bySubject.set(subject, [...quads]);
    return copy;
  }

  add(subject: NamedNode, predicate: NamedNode, object: Node): void {
    if (subject !== this.subject) {
      this.subject = subject;
      this.own = getOrMake(this.bySubject, subject.id, () => []);
    }
    this.own.push(quad(subject, predicate, object));
  }

  /** Adds quads that are made already. */
  addAll(quads: readonly Quad[]): void {
    for (const one of quads) getOrMake(this.bySubject, one.subject.id, (): Quad[] => []).push(one);
  }

  /**
   * Whether a node is still to be described; from then on it counts as described.
   * @param what, as see `Described`
   */
  begins(what: unknown, as?: string): boolean {
    if (this.described.has(what, as) || this.elsewhere?.has(what, as)) return false;
    this.described.add(what, as);
    return true;
  }

  /** Whether a record is still to be described; `begins` for one that few documents refer to. */
  beginsRecord(key: string, isWhole: boolean): boolean {
    if (this.whole.has(key)) return false;
    if (!isWhole) return this.begins(key);
    this.whole.add(key);
    return true;
  }

  /** Whether other documents of the same output describe all records of a class. */
  isDescribedElsewhere(description: Description): boolean {
    return this.elsewhere?.classes.has(description) ?? false;
  }

  /** Leaves out a node and what refers to it, unless the document is about it. */
  leaveOut({ id }: NamedNode): void {
    if (!this.about.has(id)) this.leftOut.add(id);
  }

  /** Says that the document is about a node. */
  isAbout({ id }: NamedNode): void {
    this.about.add(id);
    this.leftOut.delete(id);
  }

  /** Whether something is said of a node with a property. */
  has(subject: NamedNode, predicate: NamedNode): boolean {
    return this.objectsOf(subject, predicate).length > 0;
  }

  objectsOf(subject: NamedNode, predicate: NamedNode): Node[] {
    return (this.bySubject.get(subject.id) ?? []).flatMap((one) =>
      one.predicate.id === predicate.id ? [one.object] : [],
    );
  }

  /** The IRIs among the objects. */
  nodesOf(subject: NamedNode, predicate: NamedNode): NamedNode[] {
    return this.objectsOf(subject, predicate).flatMap((object) =>
      object.termType === 'NamedNode' ? [object] : [],
    );
  }

  /** Whether something is said. */
  states(subject: NamedNode, predicate: NamedNode, object: Node): boolean {
    return this.objectsOf(subject, predicate).some(({ id }) => id === object.id);
  }

  /** The nodes of which something is said. */
  subjectsOf(predicate: NamedNode, object: Node): NamedNode[] {
    return [...this.bySubject.values()].flatMap((quads) =>
      quads.flatMap((one) =>
        one.predicate.id === predicate.id && one.object.id === object.id ? [one.subject] : [],
      ),
    );
  }

  /** The nodes of which something is said with a property. */
  subjectsWith(predicate: NamedNode): NamedNode[] {
    return [...this.bySubject.values()].flatMap((quads) => {
      const one = quads.find((each) => each.predicate.id === predicate.id);
      return one ? [one.subject] : [];
    });
  }

  /** Takes a statement back. */
  remove(subject: NamedNode, predicate: NamedNode, object: Node): void {
    const quads = this.bySubject.get(subject.id) ?? [];
    const remaining = quads.filter((one) => one.predicate.id !== predicate.id || one.object.id !== object.id);
    this.bySubject.set(subject.id, remaining);
  }

  /** Takes back all that is said of a node. */
  forget({ id }: NamedNode): void {
    this.bySubject.delete(id);
  }

  /** Whether something is said of a node. */
  knows(node: NamedNode): boolean {
    return this.bySubject.has(node.id);
  }

  /**
   * All quads by subject, property and object; of each subject its types first, as people write them.
   * @param first the nodes that the document is about: they come before the others
   */
  quads(first: readonly NamedNode[] = []): Quad[] {
    const about = first.map(({ id }) => id);
    const others = new Set(this.bySubject.keys());
    for (const id of about) others.delete(id);
    return this.quadsOf([...about, ...[...others].sort()]);
  }

  /** All quads as they were added; some perhaps more than once. */
  *quadsUnsorted(): Generator<Quad> {
    for (const quads of this.bySubject.values())
      for (const one of quads) if (this.leftOut.size === 0 || !this.isLeftOut(one)) yield one;
  }

  /** Appends all quads by property and object, the subjects in the order in which they were added. */
  appendTo(all: Quad[]): void {
    this.quadsOf(this.bySubject.keys(), all);
  }

  private quadsOf(subjects: Iterable<string>, all: Quad[] = []): Quad[] {
    const isWhole = this.leftOut.size === 0;
    for (const subject of subjects) {
      let before: Quad | null = null;
      for (const one of sorted(this.bySubject.get(subject) ?? [])) {
        const isNew = before === null || inOrder(before, one) !== 0;
        if (isNew && (isWhole || !this.isLeftOut(one))) all.push(one);
        before = one;
      }
    }
    return all;
  }

  private isLeftOut({ subject, predicate, object }: Quad): boolean {
    // A link keeps its ends, whatever is said of them.
    const refersTo = predicate !== linkedFrom && predicate !== linkedTo && this.leftOut.has(object.id);
    return refersTo || this.leftOut.has(subject.id.replace(/#[^#]*$/, ''));
  }
}
