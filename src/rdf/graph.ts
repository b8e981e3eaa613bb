/** The quads of a document: collected by subject, each once, in a fixed order. */
import { quad, type NamedNode, type Node, type Quad } from './factory';

export class Graph {
  private readonly bySubject = new Map<string, Quad[]>();
  private readonly begun = new Set<string>();
  private readonly leftOut = new Set<string>();

  /** @param elsewhere nodes that earlier documents of the same output describe */
  constructor(private readonly elsewhere?: { has(iri: string): boolean }) {}

  add(subject: NamedNode, predicate: NamedNode, object: Node): void {
    const quads = this.bySubject.get(subject.id);
    const one = quad(subject, predicate, object);
    if (quads) quads.push(one);
    else this.bySubject.set(subject.id, [one]);
  }

  /** Adds quads that are made already. */
  addAll(quads: readonly Quad[]): void {
    for (const one of quads) {
      const own = this.bySubject.get(one.subject.id);
      if (own) own.push(one);
      else this.bySubject.set(one.subject.id, [one]);
    }
  }

  /** Whether a node, or a part of what is said of it, is still to be described; from then on it counts as described. */
  begins(what: string): boolean {
    if (this.begun.has(what) || this.elsewhere?.has(what)) return false;
    this.begun.add(what);
    return true;
  }

  /** Leaves out a node and what refers to it. */
  leaveOut({ id }: NamedNode): void {
    this.leftOut.add(id);
  }

  /** What this document describes. */
  get described(): ReadonlySet<string> {
    return this.begun;
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

  /** Whether something is said of a node. */
  knows(node: NamedNode): boolean {
    return this.bySubject.has(node.id);
  }

  /** All quads, by subject, property and object. */
  quads(): Quad[] {
    const all: Quad[] = [];
    for (const subject of [...this.bySubject.keys()].sort()) {
      const own = this.bySubject.get(subject) ?? [];
      own.sort(inOrder);
      own.forEach((one, index) => {
        const before = own[index - 1];
        if (before && inOrder(before, one) === 0) return;
        if (this.leftOut.size === 0 || !this.isLeftOut(one)) all.push(one);
      });
    }
    return all;
  }

  private isLeftOut({ subject, object }: Quad): boolean {
    return this.leftOut.has(object.id) || this.leftOut.has(subject.id.replace(/#[^#]*$/, ''));
  }
}

/** By code units of property and object, as n3 writes them in `id`. */
function inOrder(one: Quad, other: Quad): number {
  if (one.predicate !== other.predicate) {
    const [mine, its] = [one.predicate.id, other.predicate.id];
    if (mine !== its) return mine < its ? -1 : 1;
  }
  const [mine, its] = [one.object.id, other.object.id];
  return mine === its ? 0 : mine < its ? -1 : 1;
}
