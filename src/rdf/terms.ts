/** Everything that is made once for a gateway: how its classes are stated, and its vocabularies. */
import type { NamedNode } from './factory';
import { ownNode } from './iris';
import { LRUCache } from 'lru-cache';
import type { Description } from '../resource/description';
import { iriOf } from '../resource/identity';
import type { Registry } from '../resource/registry';
import { getOrMake } from '../maps';
import { classTerms, type ClassTerms } from './class-terms';
import { Concepts } from './concepts';
import type { RdfContext } from './context';

const mostNodes = 5_000;

export class Terms {
  readonly concepts: Concepts;
  private readonly nodes = new Map<string, NamedNode>();
  private own: { key: string; node: NamedNode } | null = null;
  private readonly classes = new Map<Description, ClassTerms>();

  constructor(
    readonly publicUrl: string,
    /** The class of sources. */
    readonly source: Description,
  ) {
    this.concepts = new Concepts(publicUrl);
  }

  of(description: Description): ClassTerms {
    return getOrMake(this.classes, description, () => classTerms(description, this.concepts));
  }

  /** The node of the record that is described now. Of an export, most are never asked for again. */
  ownNode(key: string): NamedNode {
    const node = this.nodes.get(key) ?? ownNode(iriOf(this.publicUrl, key));
    this.own = { key, node };
    return node;
  }

  /** The node of a record. The same few are referred to again and again. */
  nodeOf(key: string): NamedNode {
    if (key === this.own?.key) return this.own.node;
    if (this.nodes.size > mostNodes) this.nodes.clear();
    return getOrMake(this.nodes, key, () => ownNode(iriOf(this.publicUrl, key)));
  }
}

/** A gateway behind several names has several addresses, but few. */
const byRegistry = new WeakMap<Registry, LRUCache<string, Terms>>();

export const termsFor = ({ registry, publicUrl }: RdfContext): Terms =>
  getOrMake(
    getOrMake(byRegistry, registry, () => new LRUCache<string, Terms>({ max: 10 })),
    publicUrl,
    () => new Terms(publicUrl, registry.source),
  );
