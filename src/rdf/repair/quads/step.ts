/** One small repair of a statement. */
import type { Quad } from '@rdfjs/types';
import { DataFactory } from 'n3';
import { xsd } from '../../../vocabulary/namespaces';
import type { quadDoubts } from './doubt-texts';
import type { quadRepairs } from './repair-texts';
import type { Statements } from './statements';

/** What a repair comes upon. */
export interface Outcome {
  readonly id: keyof typeof quadRepairs | keyof typeof quadDoubts;
  /** What stands in the place of the statement; the statement itself if it is left as it is, null if it is left out. */
  readonly quad: Quad | null;
  /** What is shown, if not the value of the statement before and after. */
  readonly before?: string;
  readonly after?: string;
  readonly value?: string;
  /** Whether it is about the subject of the statement, which many have in common. */
  readonly about?: 'subject';
  readonly words?: Readonly<Record<string, string | number>>;
}

/** Null if the statement is right. */
export type Step = (quad: Quad, statements: Statements) => Outcome | null;

type Changes = Partial<Pick<Quad, 'subject' | 'predicate' | 'object'>>;

/** The statement with another subject, property or value, in the same graph. */
export const changed = (quad: Quad, { subject, predicate, object }: Changes): Quad =>
  DataFactory.quad(subject ?? quad.subject, predicate ?? quad.predicate, object ?? quad.object, quad.graph);

export const iri = (value: string) => DataFactory.namedNode(value);
export const typed = (value: string, datatype: string) => DataFactory.literal(value, iri(xsd(datatype)));
export const tagged = (value: string, language: string) => DataFactory.literal(value, language);
export const text = (value: string) => DataFactory.literal(value);
