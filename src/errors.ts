/** The few kinds of error that the gateway raises on purpose; everything else is a fault of its own and is masked. */

/** A request asks for something that cannot be given: names the argument, its value and the remedy. */
export class BadUserInput extends Error {
  readonly extensions = { code: 'BAD_USER_INPUT' };
  override readonly name = 'BadUserInput';
}

/** A query is refused before it runs, or while it reads, because it asks for too much. */
export class QueryTooComplex extends Error {
  readonly extensions: Record<string, unknown>;
  override readonly name = 'QueryTooComplex';

  /** @param cost what the query is estimated to cost and the most that is answered, where it was measured. */
  constructor(message: string, cost?: { estimated: number; limit: number }) {
    super(message);
    this.extensions = { code: 'QUERY_TOO_COMPLEX', ...(cost && { cost }) };
  }
}

/** An answer has more bytes than are sent; what is still to be written of it is not. */
export class AnswerTooLarge extends QueryTooComplex {
  /** @param most the bytes that an answer may have. */
  constructor(most: number) {
    super(
      `The answer has more than ${most} bytes and was not sent. Ask for fewer fields, give smaller values to "first", or ask for a table.`,
    );
  }
}

/** A request has had its time; what it still reads is stopped. */
export class TimedOut extends Error {
  readonly extensions = { code: 'TIMEOUT' };
  override readonly name = 'TimedOut';

  /** @param longest what a request may take, in milliseconds. */
  constructor(longest: number) {
    super(
      `The request took longer than ${longest / 1000} seconds and was stopped. Ask for smaller pages, fewer nested lists or fewer counts.`,
    );
  }
}

/** Seconds after which a client may ask again what could not be answered for now. */
const askAgainAfter = 2;

/** The database cannot be had for now: the same request may be answered in a moment. */
export class Unavailable extends Error {
  static readonly headers: Readonly<Record<string, string>> = { 'Retry-After': String(askAgainAfter) };
  /** Apollo sends status and headers. */
  readonly extensions = {
    code: 'SERVICE_UNAVAILABLE',
    retryAfter: askAgainAfter,
    http: { status: 503, headers: new Map(Object.entries(Unavailable.headers)) },
  };
  override readonly name = 'Unavailable';

  /** @param cause what the driver says, for the log. */
  constructor(cause: unknown) {
    super(`The database cannot be reached at the moment. Ask again in ${askAgainAfter} seconds.`, { cause });
  }
}

/** The client of a request is gone: whatever is still done for it would be done for nobody. */
export class ClientGone extends Error {
  readonly extensions = { code: 'CLIENT_GONE' };
  override readonly name = 'ClientGone';

  constructor() {
    super('The client closed the connection before it was answered.');
  }
}

/** A setting of the environment has no usable value; the start stops with this one line. */
export class WrongConfiguration extends Error {
  override readonly name = 'WrongConfiguration';
}

/** Something that the gateway needs at its start cannot be had; the start stops with this one line. */
export class StartFailed extends Error {
  override readonly name = 'StartFailed';
}

/** So much of a message is told from its beginning and its end: what a client sent stands in between, the remedy behind it. */
const longestMessage = { head: 500, tail: 300 };

/** A message as clients are told it: it may repeat what they sent, but not all of it. */
export function inShort(message: string): string {
  const { head, tail } = longestMessage;
  if (message.length <= head + tail) return message;
  const [begin, end] = [message.slice(0, head), message.slice(-tail)];
  // Half a character is none.
  return `${begin.replace(/[\uD800-\uDBFF]$/, '')} … ${end.replace(/^[\uDC00-\uDFFF]/, '')}`;
}

/** The database did not take what was to be written, and has nothing of it; the command stops with this one line. */
export class WriteFailed extends Error {
  override readonly name = 'WriteFailed';
}

/** What an error says, on one line; some say nothing but a code, such as ECONNREFUSED. */
export function reasonOf(error: unknown): string {
  const { message = '', code = '' } = error as { message?: string; code?: string };
  return (message.split('\n')[0] ?? '') || code || String(error);
}

/** Where in a file something stands; lines and columns count from 1. */
export interface Position {
  file: string;
  line: number;
  column: number;
}

/** One reason why an import is refused: what is wrong, where if it stands in a file, and the remedy. */
export interface ImportProblem extends Partial<Position> {
  message: string;
  remedy: string;
}

const placeOf = ({ file, line, column }: ImportProblem): string =>
  [file, line, column].filter((part) => part !== undefined).join(':');

/** An import was refused as a whole; nothing of it was written. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused';

  constructor(readonly problems: readonly ImportProblem[]) {
    super(
      [
        `The import was refused: ${problems.length} problem${problems.length === 1 ? '' : 's'}. Nothing was written.`,
        ...problems.map((problem) =>
          [placeOf(problem), `${problem.message} ${problem.remedy}`].filter(Boolean).join('  '),
        ),
      ].join('\n'),
    );
  }
}
