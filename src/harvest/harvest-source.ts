/** A source that is harvested: where it is, who answers for it, and what it may state. */

/** The kinds of sources. Each has one reader. */
export const harvestKinds = ['DCAT', 'SITEMAP', 'FDP', 'FHIR', 'TABLE', 'YAML'] as const;
export type HarvestKind = (typeof harvestKinds)[number];

/** When a source is harvested by itself: at the times of a cron pattern (UTC), or after an interval. */
export type Schedule =
  | { readonly kind: 'CRON'; readonly written: string }
  | { readonly kind: 'EVERY'; readonly written: string; readonly milliseconds: number };

/** Which records and fields a source may state: by class, all fields or those named. */
export type MayState = 'all' | Readonly<Record<string, 'all' | readonly string[]>>;

export interface HarvestSource {
  /** Unique in the file; the origin of its statements is `harvest:<name>`. */
  readonly name: string;
  /** What people call it. */
  readonly title: string;
  readonly kind: HarvestKind;
  /** Its http(s) address; null for a file. */
  readonly address: string | null;
  /** The absolute path of its file or folder; null for an address. */
  readonly file: string | null;
  /** The key of the institution or infrastructure that answers for it, such as `institutions/marburg`; null if none is named. */
  readonly owner: string | null;
  /** Null if it is harvested by command only. */
  readonly schedule: Schedule | null;
  /** Of sources that state different values, the one with the smallest rank is shown. */
  readonly rank: number;
  readonly mayState: MayState;
  /** Whether names, e-mail addresses and telephone numbers of individuals may be stored. */
  readonly persons: boolean;
  /** Whether it may be reached at addresses inside the operator's network. */
  readonly allowPrivateAddresses: boolean;
  /** Whether it is read even where its robots.txt forbids it, which takes the consent of its owner. */
  readonly ignoreRobots: boolean;
  /** Headers that prove who asks, such as `authorization`. They are sent to the host of `address` only. */
  readonly credentials: Readonly<Record<string, string>>;
  /** After how many full runs without it a record is withdrawn; null for never by itself. */
  readonly withdrawAfter: number | null;
  /** The licence of its metadata, as an IRI; null if it is not stated. */
  readonly licence: string | null;
}
