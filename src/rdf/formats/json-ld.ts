/**
 * JSON-LD 1.1, in the form of its streaming profile: the context first, then a flat list of nodes, each with its type first.
 * https://www.w3.org/TR/json-ld11-streaming/
 * The context is inline and declares prefixes only, so a document can be read without the network, and each value says by itself what
 * it is, so that it is understood by programs that know JSON only.
 */
import type { Quad } from '@rdfjs/types';
import { rdf } from '../../vocabulary/namespaces';
import type { Encoder } from './encoder';
import type { RdfFormat } from './format';
import { JsonLdTerms } from './json-ld-terms';
import { PrefixedNames } from './prefixed-names';
import { streamed } from './streamed';
import { same } from './terms';
import { forEachQuad } from './unwritable';

export const jsonLd: RdfFormat = {
  name: 'json-ld',
  extension: 'jsonld',
  types: ['application/ld+json'],
  contentType: 'application/ld+json',
  graphs: true,
  ...streamed(() => encoder()),
};

/** A node with the texts of its values by property. */
interface Node {
  /** Its first quad. */
  readonly head: Quad;
  readonly id: string;
  readonly values: Map<string, string[]>;
}

/** Successive nodes of one graph. */
interface Graph {
  /** Null for the default graph. */
  readonly id: string | null;
  readonly nodes: Node[];
}

function encoder(): Encoder {
  const names = new PrefixedNames();
  const terms = new JsonLdTerms(names);

  const add = ({ values }: Node, { predicate, object }: Quad): void => {
    const isType = predicate.value === type && object.termType !== 'Literal';
    const property = isType ? '"@type"' : terms.property(predicate);
    const text = isType ? terms.type(object) : terms.value(object);
    const others = values.get(property);
    if (others) others.push(text);
    else values.set(property, [text]);
  };

  const shown = ({ id, values }: Node): string => {
    const types = values.get('"@type"');
    const first = types ? `"@type": ${listed(types)}, ` : '';
    const others = [...values].filter(([property]) => property !== '"@type"');
    return `{${first}"@id": ${id}${others.map(([name, texts]) => `,\n  ${name}: ${listed(texts)}`).join('')}}`;
  };

  const shownGraph = ({ id, nodes }: Graph): string => {
    const text = nodes.map(shown).join(',\n');
    return id === null ? text : `{"@id": ${id}, "@graph": [\n${text}\n]}`;
  };

  const graphId = ({ graph }: Quad): string | null =>
    graph.termType === 'DefaultGraph' ? null : terms.id(graph);

  return {
    encode(quads) {
      const graphs: Graph[] = [];
      let last: Node | undefined;
      forEachQuad(quads, (quad) => {
        const isInGraph = last !== undefined && same(last.head.graph, quad.graph);
        if (!last || !isInGraph || !same(last.head.subject, quad.subject)) {
          last = { head: quad, id: terms.id(quad.subject), values: new Map() };
          if (isInGraph) graphs.at(-1)?.nodes.push(last);
          else graphs.push({ id: graphId(quad), nodes: [last] });
        }
        add(last, quad);
      });
      return graphs.map(shownGraph).join(',\n');
    },
    between: ',\n',
    head(all) {
      const context = Object.fromEntries(names.declared(all));
      return `{"@context": ${JSON.stringify(context, null, 2)},\n"@graph": [\n`;
    },
    tail: '\n]}\n',
  };
}

const type = rdf('type');

const listed = (texts: readonly string[]): string =>
  texts.length === 1 ? texts.join() : `[\n    ${texts.join(',\n    ')}\n  ]`;
