/** Waits for a server that is not up yet, such as when both are started together. */
import { setTimeout } from 'node:timers/promises';
import { isUnavailability } from './reading/unavailable';

/** Milliseconds between two attempts. */
const pause = 500;

export class Waiting {
  private readonly until: number;
  private hasSaid = false;

  /**
   * @param longest milliseconds from now
   * @param say called once, before the first wait
   */
  constructor(
    longest: number,
    private readonly say: () => void,
  ) {
    this.until = performance.now() + longest;
  }

  /** Waits a moment after a failed attempt. @returns false when retrying is pointless: a wrong password stays wrong */
  async goesOn(error: unknown): Promise<boolean> {
    if (performance.now() >= this.until || !isUnavailability(error)) return false;
    if (!this.hasSaid) this.say();
    this.hasSaid = true;
    await setTimeout(pause);
    return true;
  }
}
