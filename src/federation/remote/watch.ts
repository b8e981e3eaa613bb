/** What is told of the questions to subgraphs, to whoever counts or logs it. */
import type { FaultCode } from '../gateway/faults';

/** How a question to a subgraph ended; one that was asked again is still one. */
export interface EndedQuestion {
  subgraph: string;
  /** Why it has no usable answer; null when it was answered. */
  fault: FaultCode | null;
  /** How long it took, with waiting and repeating; null when it was not sent at all. */
  seconds: number | null;
}

/** Whether a subgraph is asked (`closed`), left alone (`open`), or tried by one question. */
export type Circuit = 'closed' | 'open' | 'half_open';

export interface SubgraphWatch {
  questionEnded: (question: EndedQuestion) => void;
  /** An answer that had come was found wrong when it was put together with the others. */
  answerFoundWrong: (subgraph: string, fault: FaultCode) => void;
  /** It was asked for its schema. */
  schemaAsked: (subgraph: string, fault: FaultCode | null) => void;
  circuitIs: (subgraph: string, circuit: Circuit) => void;
  /** What it says of an error of its own: it may hold anything, so it is for the log alone. */
  errorReported: (subgraph: string, message: string) => void;
  /** Told after each question, and each look at its schema. */
  isAvailable: (subgraph: string, available: boolean, lastError: string | null) => void;
}

/** The part that counts. */
export type SubgraphCounts = Omit<SubgraphWatch, 'isAvailable' | 'errorReported'>;

/** The part that goes into the log. */
export type SubgraphAnnouncements = Pick<SubgraphWatch, 'isAvailable' | 'errorReported'>;
