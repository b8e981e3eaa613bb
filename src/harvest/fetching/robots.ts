/** What the robots.txt of a host allows us. https://www.rfc-editor.org/rfc/rfc9309 */
import parse from 'robots-parser';
import { FetchFault } from './fault';

/** What holds for one origin. */
export interface RobotsRules {
  readonly allows: (address: string) => boolean;
  /** Milliseconds between two requests. */
  readonly pause: number;
}

/** Gets the text of a robots.txt. @throws FetchFault */
export type ReadRobots = (address: string) => Promise<Uint8Array>;

export const withoutRules: RobotsRules = { allows: () => true, pause: 0 };

/** The most of a robots.txt that is read. */
const mostBytes = 512 * 1024;
/** A longer pause would hold a run for days. */
const longestPause = 10_000;

/** The rules of all origins that are asked, each read once. */
export class Robots {
  private readonly byOrigin = new Map<string, Promise<RobotsRules>>();

  constructor(
    private readonly name: string,
    private readonly read: ReadRobots,
  ) {}

  rulesOf({ origin }: URL): Promise<RobotsRules> {
    const known = this.byOrigin.get(origin);
    if (known) return known;
    const rules = this.rulesAt(`${origin}/robots.txt`);
    this.byOrigin.set(origin, rules);
    return rules;
  }

  /** Where there is no such file, all is allowed; where it cannot be read, its server can hardly be asked for more. */
  private async rulesAt(address: string): Promise<RobotsRules> {
    try {
      const bytes = await this.read(address);
      const robots = parse(address, Buffer.from(bytes.subarray(0, mostBytes)).toString('utf8'));
      return {
        allows: (address) => robots.isAllowed(address, this.name) ?? true,
        pause: Math.min((robots.getCrawlDelay(this.name) ?? 0) * 1_000, longestPause),
      };
    } catch (error) {
      if (!(error instanceof FetchFault)) throw error;
      if (error.status !== null && error.status >= 400 && error.status < 500 && error.status !== 429)
        return withoutRules;
      if (error.code === 'TOO_MANY_REDIRECTS' || error.code === 'WRONG_ENCODING') return withoutRules;
      throw error;
    }
  }
}
