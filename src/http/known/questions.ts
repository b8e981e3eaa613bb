/** Questions that were asked before and answered well: what was checked of them once need not be checked again. */
import type { DocumentNode, OperationTypeNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Variables } from '../../graphql/cost/arguments';
import { estimateOf, type Cost, type Measuring, type Question } from '../../graphql/cost/estimate';
import type { LanguageTag } from '../../resource/text';
import type { Documents } from './documents';
import { weightOfDocument, weightOfName, weightOfQuestion } from './weight';

/** A document with the choice of one of its operations: parsed, within the limits, valid, and allowed. */
export interface KnownDocument {
  readonly node: DocumentNode;
  /** The operation that the client names. */
  readonly operationName: string | undefined;
  /** The operation that runs. */
  readonly kind: OperationTypeNode;
  readonly name: string | null;
}

/** A known document with variables whose cost is known. */
export interface KnownQuestion {
  readonly document: KnownDocument;
  readonly variables: Variables;
  readonly cost: Cost;
  /** Names its answer in each language. */
  readonly keys: Readonly<Record<LanguageTag, string>>;
}

/** A document under one of its names. */
interface Named {
  readonly name: string;
  readonly number: number;
  readonly document: KnownDocument;
  /** Places in which it has variables. */
  readonly uses: number;
  /** The texts that ask for it, which hold it in memory. */
  readonly texts: Set<string>;
}

export class KnownQuestions {
  /** By the method and the very text of a request. */
  private readonly texts: LRUCache<string, { question: KnownQuestion; named: Named }>;
  /** By document and operation, as long as the document is kept. */
  private readonly named = new Map<string, Named>();
  private readonly namesOf = new WeakMap<DocumentNode, string[]>();
  private documentsSeen = 0;

  /**
   * @param memory bytes for all of them, beside their documents.
   * @param documents where documents are kept: a question is forgotten with its document, which it would hold in memory otherwise.
   */
  constructor(
    memory: number,
    private readonly documents: Documents,
    private readonly measuring: Measuring,
  ) {
    this.texts = new LRUCache({
      maxSize: memory,
      sizeCalculation: ({ question: { keys, variables }, named: { uses } }, text) =>
        weightOfQuestion([text, keys.de, keys.en], variables, uses),
      dispose: ({ named }, text) => named.texts.delete(text),
    });
    documents.onForgotten((document) => this.forgetDocument(document));
  }

  /** The question that a text asks, if the very same text was asked before. */
  ofText(text: string): KnownQuestion | undefined {
    const question = this.texts.get(text)?.question;
    if (question) this.documents.use(question.document.node);
    return question;
  }

  /** The question of a text that was never asked so, if its document is known and its cost within the limits. */
  ofQuestion(text: string, question: Question): KnownQuestion | undefined {
    const known = this.named.get(nameOf(question));
    if (!known) return undefined;
    this.documents.use(known.document.node);
    const { cost, refusal } = estimateOf(known.document.node, question, this.measuring);
    if (refusal) return undefined;
    return this.remember(text, known, question.variables ?? {}, cost);
  }

  /**
   * Learns a question that was answered without errors.
   * @returns it; undefined where its document is not kept.
   */
  learn(text: string, question: Question, document: KnownDocument, cost: Cost): KnownQuestion | undefined {
    const name = nameOf(question);
    const known = this.named.get(name) ?? this.name(name, document);
    return known && this.remember(text, known, question.variables ?? {}, cost);
  }

  /** Forgets what questions cost; their documents stay valid. */
  forgetCosts(): void {
    this.texts.clear();
  }

  private name(name: string, document: KnownDocument): Named | undefined {
    const { node } = document;
    if (!this.documents.use(node)) return undefined;
    const number = (this.documentsSeen += 1);
    const named = { name, number, document, uses: weightOfDocument(node).uses, texts: new Set<string>() };
    this.named.set(name, named);
    this.namesOf.set(node, [...(this.namesOf.get(node) ?? []), name]);
    this.documents.grow(node, weightOfName(name));
    return named;
  }

  private forgetDocument(document: DocumentNode): void {
    for (const name of this.namesOf.get(document) ?? []) {
      const named = this.named.get(name);
      if (named?.document.node !== document) continue;
      this.named.delete(name);
      for (const text of named.texts) this.texts.delete(text);
    }
  }

  private remember(text: string, named: Named, variables: Variables, cost: Cost): KnownQuestion {
    const key = `${named.number} ${canonical(variables)}`;
    const { document } = named;
    const question = { document, variables, cost, keys: { de: `de ${key}`, en: `en ${key}` } };
    this.texts.set(text, { question, named });
    if (this.texts.has(text)) named.texts.add(text);
    return question;
  }
}

const nameOf = ({ query, operationName }: Question): string => `${JSON.stringify(operationName)} ${query}`;

/** The same text for the same variables, in whichever order they are named. */
function canonical(variables: Variables): string {
  const names = Object.keys(variables).sort();
  return JSON.stringify(names.map((name) => [name, variables[name]]));
}
