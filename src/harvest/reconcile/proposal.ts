/** Proposals: what a run could not link for sure, kept until a person decides. */
import { createHash } from 'node:crypto';
import type { Mentioned, Place } from '../harvested-record';
import type { Candidate } from './outcome';

/** What is kept of something mentioned: whatever says which thing it is. */
export type MentionedThing = Pick<
  Mentioned,
  'iri' | 'classes' | 'names' | 'identifiers' | 'email' | 'homepage'
>;

/** A doubtful link. The same thing that a source mentions in a hundred places is one proposal. */
export interface Proposal {
  /** The same in every run, from the source and from what is mentioned. */
  readonly id: string;
  /** Name of the source in SOURCES_FILE. */
  readonly source: string;
  readonly mention: MentionedThing;
  /** The most likely one first. */
  readonly candidates: readonly Candidate[];
  /** Where it is mentioned first. */
  readonly place: Place;
  /** In how many places it is mentioned. */
  readonly count: number;
}

/** Where the proposals of the last run of each source are kept. */
export interface ProposalStore {
  /** Of all sources, or of one; ordered by source and id. */
  list: (source?: string) => Promise<readonly Proposal[]>;
}

/** The text that stands for something mentioned: equal for equal things, wherever they are mentioned. */
export const signatureOf = ({ iri, classes, names, identifiers, email, homepage }: MentionedThing): string =>
  JSON.stringify([
    iri,
    [...classes].sort(),
    names.map(({ value, language }) => [value, language]),
    identifiers.map(({ scheme, value }) => [scheme, value]),
    email,
    homepage,
  ]);

/** The id of a proposal. */
const proposalId = (source: string, mention: MentionedThing): string =>
  createHash('sha256')
    .update(`${source} ${signatureOf(mention)}`)
    .digest('hex')
    .slice(0, 12);

/** One proposal for each thing, in the order in which a run met them. */
export class GatheredProposals {
  private readonly byId = new Map<string, Proposal>();

  constructor(private readonly source: string) {}

  /** Notes a doubtful mention. */
  add(mention: Mentioned, candidates: readonly Candidate[]): void {
    const id = proposalId(this.source, mention);
    const earlier = this.byId.get(id);
    if (earlier) {
      this.byId.set(id, { ...earlier, count: earlier.count + 1 });
      return;
    }
    const { iri, classes, names, identifiers, email, homepage, at } = mention;
    this.byId.set(id, {
      id,
      source: this.source,
      mention: { iri, classes, names, identifiers, email, homepage },
      candidates,
      place: at,
      count: 1,
    });
  }

  get all(): readonly Proposal[] {
    return [...this.byId.values()];
  }
}
