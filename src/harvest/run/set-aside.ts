/** The drafts of a run until they are written: of those that change nothing, only what later ones have to know. */
import { digestOf, withDigest, type Draft, type DraftReference } from '../../intake/draft';
import type { Description } from '../../resource/description';
import type { Registry } from '../../resource/registry';
import { Spool } from './spool';
import type { WhereStated } from './where-stated';

/** What is asked of a draft before it is written. */
export interface WaitingDraft {
  readonly key: string;
  readonly description: Description;
  readonly references: readonly Pick<DraftReference, 'field' | 'key'>[];
  readonly stated: WhereStated;
}

interface Known {
  readonly digest: string;
  readonly beside: boolean;
}

interface Waiting extends WaitingDraft {
  readonly digest: string;
  /** The number of its text. */
  readonly text: number;
}

export class SetAsideDrafts {
  private readonly known = new Map<string, Known>();
  private readonly waiting = new Map<string, Waiting>();
  private readonly texts = new Spool();

  /** @param digests of all that the source stated before, by key */
  constructor(
    private readonly registry: Registry,
    private readonly digests: ReadonlyMap<string, string>,
  ) {}

  get size(): number {
    return this.known.size;
  }

  has(key: string): boolean {
    return this.known.has(key);
  }

  /**
   * Adds a draft, or puts it in place of what stands beside another record.
   * @returns whether another one says something else of the record
   */
  add(draft: Draft, stated: WhereStated): { repeats: boolean } {
    const { key } = draft;
    const { beside } = stated;
    const first = this.known.get(key);
    const digest = digestOf(draft);
    if (first && (!first.beside || beside)) return { repeats: !beside && first.digest !== digest };
    this.known.set(key, { digest, beside });
    const before = this.digests.get(key);
    // What stands beside another record adds nothing to what is known.
    if (before === digest || (beside && before !== undefined)) this.waiting.delete(key);
    else this.waiting.set(key, this.setAside(draft, digest, stated));
    return { repeats: false };
  }

  /** Those that are new, or say something else than before. */
  get changed(): WaitingDraft[] {
    return [...this.waiting.values()];
  }

  statedOf(key: string): WhereStated | undefined {
    return this.waiting.get(key)?.stated;
  }

  /** The drafts of some that wait, in the same order. */
  read(some: readonly WaitingDraft[]): Draft[] {
    const waitingFor = some.flatMap(({ key }) => this.waiting.get(key) ?? []);
    const found = new Map<string, Draft>();
    // What was added together stands together.
    for (const each of waitingFor.toSorted((one, other) => one.text - other.text))
      found.set(each.key, this.draftOf(each));
    return waitingFor.flatMap(({ key }) => found.get(key) ?? []);
  }

  /** Forgets what waits. */
  close(): void {
    this.texts.close();
  }

  private setAside(draft: Draft, digest: string, stated: WhereStated): Waiting {
    const { description, key, row, identifiers, evidence, references, at } = draft;
    return {
      key,
      description,
      references: references.map((reference) => ({ field: reference.field, key: reference.key })),
      stated,
      digest,
      text: this.texts.add(JSON.stringify([row, identifiers, evidence, references, at])),
    };
  }

  private draftOf({ key, description, digest, text }: Waiting): Draft {
    const [row, identifiers, evidence, references, at] = JSON.parse(this.texts.read(text)) as [
      Draft['row'],
      Draft['identifiers'],
      Draft['evidence'],
      Draft['references'],
      Draft['at'],
    ];
    return withDigest({ description, key, row, identifiers, evidence, references, at }, digest);
  }
}
