/** Questions that were asked before and answered well: what was checked of them once need not be checked again. */
import { type DocumentNode, type OperationTypeNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Variables } from '../../graphql/cost/arguments';
import { estimateOf, type Cost, type Measuring, type Question } from '../../graphql/cost/estimate';
import type { LanguageTag } from '../../resource/text';

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

/** A parsed document takes about so many times the memory of its text. */
const weightOfDocument = 40;
/** What an entry takes beside its text. */
const weightOfEntry = 500;

export class KnownQuestions {
  /** By the method and the very text of a request. */
  private readonly texts: LRUCache<string, KnownQuestion>;
  /** By document and operation. */
  private readonly documents: LRUCache<string, { number: number; document: KnownDocument }>;
  private documentsSeen = 0;

  /** @param memory bytes for all of them. */
  constructor(
    memory: number,
    private readonly measuring: Measuring,
  ) {
    const half = Math.ceil(memory / 2);
    this.texts = new LRUCache({
      maxSize: half,
      sizeCalculation: ({ keys }, text) => text.length + keys.de.length * 3 + weightOfEntry,
    });
    this.documents = new LRUCache({
      maxSize: half,
      sizeCalculation: (_, text) => text.length * weightOfDocument + weightOfEntry,
    });
  }

  /** The question that a text asks, if the very same text was asked before. */
  ofText(text: string): KnownQuestion | undefined {
    return this.texts.get(text);
  }

  /** The question of a text that was never asked so, if its document is known and its cost within the limits. */
  ofQuestion(text: string, question: Question): KnownQuestion | undefined {
    const known = this.documents.get(nameOf(question));
    if (!known) return undefined;
    const { cost, refusal } = estimateOf(known.document.node, question, this.measuring);
    if (refusal) return undefined;
    return this.remember(text, known.number, known.document, question.variables ?? {}, cost);
  }

  /** Learns a question that was answered without errors. */
  learn(text: string, question: Question, document: KnownDocument, cost: Cost): KnownQuestion {
    const name = nameOf(question);
    const known = this.documents.get(name) ?? { number: (this.documentsSeen += 1), document };
    this.documents.set(name, known);
    return this.remember(text, known.number, known.document, question.variables ?? {}, cost);
  }

  forget(): void {
    this.texts.clear();
    this.documents.clear();
  }

  private remember(
    text: string,
    number: number,
    document: KnownDocument,
    variables: Variables,
    cost: Cost,
  ): KnownQuestion {
    const key = `${number} ${canonical(variables)}`;
    const question = { document, variables, cost, keys: { de: `de ${key}`, en: `en ${key}` } };
    this.texts.set(text, question);
    return question;
  }
}

const nameOf = ({ query, operationName }: Question): string => `${JSON.stringify(operationName)} ${query}`;

/** The same text for the same variables, in whichever order they are named. */
function canonical(variables: Variables): string {
  const names = Object.keys(variables).sort();
  return JSON.stringify(names.map((name) => [name, variables[name]]));
}
