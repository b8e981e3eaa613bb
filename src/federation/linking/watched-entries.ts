/** The entries of the file of subgraphs, as they are now: the file is read again at each look, with the certificates that it names. */
import { reasonOf } from '../../errors';
import type { SubgraphEntry } from './subgraph-entry';

export class WatchedEntries {
  private said: string | null = null;

  /**
   * @param read reads the file
   * @param onFault called once for each reason why the file cannot be used
   */
  constructor(
    private entries: readonly SubgraphEntry[],
    private readonly read: () => Promise<readonly SubgraphEntry[]>,
    private readonly onFault: (reason: string) => void,
  ) {}

  /** A file that cannot be used leaves the entries as they were. */
  async now(): Promise<readonly SubgraphEntry[]> {
    try {
      this.entries = await this.read();
      this.said = null;
    } catch (error) {
      const reason = reasonOf(error);
      if (reason !== this.said) this.onFault(reason);
      this.said = reason;
    }
    return this.entries;
  }
}
