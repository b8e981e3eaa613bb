/** The errors that the gateway raises on purpose. All others are internal errors, and are masked. */
import { counted } from './words';

/** A request asks for something impossible. The message names the argument, its value and the remedy. */
export class BadUserInput extends Error {
  readonly extensions = { code: 'BAD_USER_INPUT' };
  override readonly name = 'BadUserInput';
}

/** A query asks for too much. It is refused before it runs, or while it reads. */
export class QueryTooComplex extends Error {
  readonly extensions: Record<string, unknown>;
  override readonly name = 'QueryTooComplex';

  /** @param cost the estimated cost and the limit, if the cost was measured */
  constructor(message: string, cost?: { estimated: number; limit: number }) {
    super(message);
    this.extensions = { code: 'QUERY_TOO_COMPLEX', ...(cost && { cost }) };
  }
}

/** An answer exceeds the maximum size. Writing it is stopped. */
export class AnswerTooLarge extends QueryTooComplex {
  /** @param most maximum bytes of an answer */
  constructor(most: number) {
    super(
      `The answer has more than ${most} bytes and was not sent. Ask for fewer fields, give smaller values to "first", or ask for a table.`,
    );
  }
}

/** A request exceeded its time limit. Its statements are cancelled. */
export class TimedOut extends Error {
  readonly extensions = { code: 'TIMEOUT' };
  override readonly name = 'TimedOut';

  /** @param longest the time limit in milliseconds */
  constructor(longest: number) {
    super(
      `The request took longer than ${counted(longest / 1000, 'second')} and was stopped. Ask for smaller pages, fewer nested lists or fewer counts.`,
    );
  }
}

/** Seconds after which a client may retry. */
const askAgainAfter = 2;

/** The database is unavailable for the moment. A retry may succeed. */
export class Unavailable extends Error {
  static readonly headers: Readonly<Record<string, string>> = { 'Retry-After': String(askAgainAfter) };
  /** Apollo Server sends this status and these headers. */
  readonly extensions = {
    code: 'SERVICE_UNAVAILABLE',
    retryAfter: askAgainAfter,
    http: { status: 503, headers: new Map(Object.entries(Unavailable.headers)) },
  };
  override readonly name = 'Unavailable';

  /** @param cause the driver's error, for the log */
  constructor(cause: unknown) {
    super(`The database cannot be reached at the moment. Ask again in ${counted(askAgainAfter, 'second')}.`, {
      cause,
    });
  }
}

/** The client closed the connection, so the work for its request is stopped. */
export class ClientGone extends Error {
  readonly extensions = { code: 'CLIENT_GONE' };
  override readonly name = 'ClientGone';

  constructor() {
    super('The client closed the connection before it was answered.');
  }
}

/** A variable of the environment has an unusable value. The start fails with this one line. */
export class WrongConfiguration extends Error {
  override readonly name = 'WrongConfiguration';
}

/** Something needed at the start is missing. The start fails with this one line. */
export class StartFailed extends Error {
  override readonly name = 'StartFailed';
}

/** Long messages keep this many characters of their beginning and end. What the client sent is in between, and the remedy at the end. */
const longestMessage = { head: 500, tail: 300 };

/** Shortens a message for clients. It may repeat what they sent, but not without limit. */
export function inShort(message: string): string {
  const { head, tail } = longestMessage;
  if (message.length <= head + tail) return message;
  const [begin, end] = [message.slice(0, head), message.slice(-tail)];
  // Removes halves of surrogate pairs.
  return `${begin.replace(/[\uD800-\uDBFF]$/, '')} … ${end.replace(/^[\uDC00-\uDFFF]/, '')}`;
}

/** A write failed and nothing was written. The command stops with this one line. */
export class WriteFailed extends Error {
  override readonly name = 'WriteFailed';
}

/** The message of an error in one line. Some errors have only a code, such as ECONNREFUSED. */
export function reasonOf(error: unknown): string {
  const { message = '', code = '' } = error as { message?: string; code?: string };
  return (message.split('\n')[0] ?? '') || code || String(error);
}

/** A position in a text; lines and columns count from 1. */
export interface TextPosition {
  /** The file, or the address of the document. */
  file: string;
  line: number;
  column: number;
}

/** A position in a document, in the terms of its format. */
export type Position =
  | TextPosition
  /** A cell of a spreadsheet, such as `B7`. */
  | { file: string; sheet: string; cell: string }
  /** A part of structured data: a JSON Pointer (RFC 6901), or the IRI of a node in RDF. */
  | { file: string; part: string }
  /** The document as a whole. */
  | { file: string };

/** A reason why an import is refused: what is wrong, the position if it is in a document, and the remedy. */
export type ImportProblem = Partial<Position> & { message: string; remedy: string; fault?: ImportFault };

/** What is wrong, for those who say it in other words than the message. */
export type ImportFault =
  /** A field that every record of the class has. */
  | { kind: 'MISSING'; field: string }
  /** A value that is none of those that the field takes. */
  | { kind: 'UNUSABLE'; field: string; takes: string }
  /** A reference to a record that is not there. */
  | { kind: 'NO_RECORD'; field: string; key: string };

/** A position in one line: `seeds/sites.yaml:3:5`, `sites.xlsx#Sites!B7`, `bundle.json#/entry/2`. */
export function positionText(position: Partial<Position>): string {
  const { file = '' } = position;
  if ('line' in position) return [file, position.line, position.column].join(':');
  if ('cell' in position) return `${file}#${position.sheet ?? ''}!${position.cell ?? ''}`;
  return 'part' in position ? `${file}#${position.part ?? ''}` : file;
}

/** An import was refused as a whole. Nothing was written. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused';

  constructor(readonly problems: readonly ImportProblem[]) {
    super(
      [
        `The import was refused: ${counted(problems.length, 'problem')}. Nothing was written.`,
        ...problems.map((problem) =>
          [positionText(problem), `${problem.message} ${problem.remedy}`].filter(Boolean).join('  '),
        ),
      ].join('\n'),
    );
  }
}
