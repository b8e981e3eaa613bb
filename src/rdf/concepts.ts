/** Concepts of controlled vocabularies as nodes, with labels and scheme, so that a document can be checked without the vocabularies. */
import { literal, namedNode, quad, type NamedNode, type Quad } from './factory';
import { codesOf, vocabularyPath, type ConceptScheme } from '../vocabulary/concept-scheme';
import { getOrMake } from '../maps';
import type { Graph } from './graph';
import { iriNode } from './iris';
import * as name from './namespaces';

/** A concept with what is said of it. */
interface DescribedConcept {
  node: NamedNode;
  quads: Quad[];
}

/** The vocabularies of one gateway. Public ones keep their IRIs; its own have them under its address. */
export class Concepts {
  private readonly concepts = new Map<ConceptScheme, Map<string, DescribedConcept>>();

  constructor(private readonly publicUrl: string) {}

  schemeIri = ({ iri, name: called }: ConceptScheme): string =>
    iri ?? `${this.publicUrl}/${vocabularyPath}/${called}`;

  /** The concept of a code, described in the document. */
  in(graph: Graph, scheme: ConceptScheme, code: string): NamedNode {
    const ofScheme = getOrMake(this.concepts, scheme, () => new Map<string, DescribedConcept>());
    const { node, quads } = getOrMake(ofScheme, code, () => this.described(scheme, code));
    if (graph.begins(node)) graph.addAll(quads);
    return node;
  }

  /** The vocabulary that a code stands for, where the concepts of a scheme are vocabularies. */
  vocabulary(graph: Graph, scheme: ConceptScheme, code: string): NamedNode {
    const { iri, de, en } = scheme.concepts[code] ?? { de: code, en: code };
    const node = namedNode(iri ?? `${this.schemeIri(scheme)}#${code}`);
    if (graph.begins(node.id)) graph.addAll(schemeQuads(node, { de, en }));
    return node;
  }

  /** A vocabulary with all of its concepts. */
  whole(graph: Graph, scheme: ConceptScheme): void {
    for (const code of codesOf(scheme)) this.in(graph, scheme, code);
  }

  private described(scheme: ConceptScheme, code: string): DescribedConcept {
    const { iri, de, en } = scheme.concepts[code] ?? { de: code, en: code };
    const of = namedNode(this.schemeIri(scheme));
    const node = (iri === undefined ? null : iriNode(iri)) ?? namedNode(`${of.value}#${code}`);
    const title = scheme.title ?? { en: words(scheme.name) };
    return {
      node,
      quads: [
        quad(node, name.rdfType, name.concept),
        quad(node, name.prefLabel, literal(de, 'de')),
        quad(node, name.prefLabel, literal(en, 'en')),
        quad(node, name.inScheme, of),
        ...schemeQuads(of, { ...title }),
      ],
    };
  }
}

/** What is said of a vocabulary. */
export const schemeQuads = (scheme: NamedNode, titles: Readonly<Record<string, string>>): Quad[] => [
  quad(scheme, name.rdfType, name.conceptScheme),
  ...Object.entries(titles).map(([language, title]) => quad(scheme, name.title, literal(title, language))),
];

/** A concept of which only the IRI is known: its label is the end of that. */
export function describeUnlisted(graph: Graph, node: NamedNode): void {
  if (!graph.begins(node.id)) return;
  const [code = ''] = /[^/#]*$/.exec(node.value) ?? [];
  const scheme = iriNode(node.value.slice(0, node.value.length - code.length).replace(/[/#]$/, '')) ?? node;
  graph.addAll([
    quad(node, name.rdfType, name.concept),
    quad(node, name.prefLabel, literal(code || node.value)),
    quad(node, name.inScheme, scheme),
    ...schemeQuads(scheme, { en: scheme.value }),
  ]);
}

/** A name in PascalCase as words: `Access rights`. */
const words = (pascalCase: string): string =>
  pascalCase.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
