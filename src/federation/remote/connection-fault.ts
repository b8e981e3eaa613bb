/** What went wrong with a connection, in the words of the system, for operators. */

interface Cause {
  readonly code?: string;
  readonly message?: string;
  readonly cause?: unknown;
  /** Of several tries of one connection. */
  readonly errors?: readonly unknown[];
}

const longest = 300;

/** The innermost causes of an error of `fetch`, which itself only says that it failed. */
export function causeOfFailure(error: unknown): string {
  const causes = [...new Set(innermost(error).map(worded))].filter(Boolean);
  return causes.join('; ').replaceAll(/\s+/g, ' ').slice(0, longest);
}

function innermost(error: unknown): Cause[] {
  if (typeof error !== 'object' || error === null) return [];
  const { cause, errors = [] } = error as Cause;
  const within = [cause, ...errors].flatMap(innermost);
  return within.length > 0 ? within : [error];
}

const worded = ({ message = '', code }: Cause): string =>
  code === undefined || message.includes(code) ? message : `${message} (${code})`;
