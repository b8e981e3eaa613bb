/** Repeats requests that failed for the moment: after the time that the server asks for, else after waits that double. */
import { DelegateBackoff, handleWhen, retry, type RetryPolicy } from 'cockatiel';
import { FetchFault } from './fault';
import type { FetchLimits } from './limits';

export function retries(limits: Pick<FetchLimits, 'tries' | 'firstWait' | 'longestWait'>): RetryPolicy {
  const { tries, firstWait, longestWait } = limits;
  const isWorthIt = (error: Error) =>
    error instanceof FetchFault && error.mayPass && (error.retryAfter ?? 0) <= longestWait;
  return retry(handleWhen(isWorthIt), {
    maxAttempts: tries - 1,
    backoff: new DelegateBackoff(({ attempt, result }) => {
      const error = 'error' in result ? result.error : null;
      const requested = error instanceof FetchFault ? error.retryAfter : null;
      return requested ?? Math.min(firstWait * 2 ** (attempt - 1), longestWait);
    }),
  });
}
