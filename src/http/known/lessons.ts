/** What the long way tells of a request while it answers it, so that the short way can answer the next one like it. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Cost, Question } from '../../graphql/cost/estimate';
import type { LanguageTag } from '../../resource/text';
import type { KnownDocument } from './questions';

/** What was found out of a question that was answered without errors. */
export interface Learned {
  question: Question;
  document: KnownDocument;
  cost: Cost;
  language: LanguageTag;
}

/** A request that goes the long way, from which something may be learned. */
export interface Lesson {
  /** The method, and the very text that was asked. */
  readonly text: string;
  /** The version of the data when it was asked. */
  readonly version: number;
  /** What was known when it was asked is of this time; after a change of the schema nothing is learned from it. */
  readonly era: object;
}

const lessons = new WeakMap<IncomingMessage, Lesson>();
const learned = new WeakMap<ServerResponse, Learned>();
const changing = new WeakSet<ServerResponse>();

export const begin = (request: IncomingMessage, lesson: Lesson): void => void lessons.set(request, lesson);

export const lessonOf = (request: IncomingMessage): Lesson | undefined => lessons.get(request);

/** The question of a request was answered without errors. */
export const answeredWell = (response: ServerResponse, what: Learned): void =>
  void learned.set(response, what);

export const learnedOf = (response: ServerResponse): Learned | undefined => learned.get(response);

/** The answer says something that changes without the data of the catalogue: it is kept by nobody. */
export const changesByItself = (response: ServerResponse): void => void changing.add(response);

/** Whether the answer is the same for everybody, until the data changes. */
export const isLasting = (response: ServerResponse): boolean => !changing.has(response);
