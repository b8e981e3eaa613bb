/** What the queries of the pages answer, as far as it is the same for all classes. */
import type { Confidence } from '../../vocabulary/confidence';
import type { DatePrecision } from '../../vocabulary/date-precision';
import type { Language } from '../../vocabulary/language';

/** An object of an answer. */
export type Answered = Readonly<Record<string, unknown>>;

/** In which languages a text exists. */
export type InLanguages = readonly { readonly language: Language }[];

/** A resource, as others mention it. */
export interface Mentioned {
  readonly __typename: string;
  readonly iri: string;
  readonly name: string;
  readonly names: InLanguages;
}

export interface CitedSource {
  readonly slug: string;
  readonly title: string;
  readonly url: string | null;
  readonly publisher: string | null;
}

/** What a source states. */
export interface Stated {
  readonly property: string | null;
  readonly statedValue: string | null;
  readonly quotation: string | null;
  readonly note: string | null;
  readonly confidence: Confidence;
  readonly confidenceLabel: string;
  readonly complete: boolean;
  readonly statedOn: string | null;
  readonly statedOnPrecision: DatePrecision | null;
  readonly citedFrom: CitedSource;
  /** The document from which it was harvested; not asked of disputes. */
  readonly document?: { readonly address: string } | null;
  readonly during: readonly Mentioned[];
}

export interface AnsweredIdentifier {
  readonly scheme: string;
  readonly schemeLabel: string;
  readonly value: string;
  readonly iri: string | null;
}

export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

/** A page of a list. */
export interface ListAnswer<Node = Answered> {
  readonly totalCount: number;
  readonly pageInfo: PageInfo;
  readonly nodes: readonly Node[];
}

/** The time of a link, or of a resource that begins and ends. */
export interface Timed {
  readonly startsOn: string | null;
  readonly startsOnPrecision: DatePrecision | null;
  readonly endsOn: string | null;
  readonly endsOnPrecision: DatePrecision | null;
  readonly attestedFrom: string | null;
  readonly attestedUntil: string | null;
}

export interface LinkAnswer extends Answered, Timed {
  readonly __typename: string;
  readonly id: string;
  readonly from: Mentioned;
  readonly to: Mentioned;
  readonly evidence: readonly Stated[];
}

/** How many links there are of each type. */
export interface LinkTotals {
  readonly aggregate: {
    readonly groups: readonly {
      readonly count: number;
      readonly keys: readonly { readonly value: string | null }[];
    }[];
  };
}

export interface RecordAnswer extends Answered {
  readonly __typename: string;
  readonly iri: string;
  readonly slug: string;
  readonly name: string;
  readonly names: readonly { readonly language: Language; readonly value: string }[];
  readonly identifiers: readonly AnsweredIdentifier[];
  readonly evidence: readonly Stated[];
  readonly disputes: readonly { readonly property: string }[];
  readonly links: ListAnswer<LinkAnswer>;
  /** Totals of the links from the record, and of those to it. */
  readonly outgoing: LinkTotals;
  readonly incoming: LinkTotals;
}
