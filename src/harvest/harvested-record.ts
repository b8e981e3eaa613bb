/** A record as a source states it, before what it refers to is found among what is known here. */

import type { Place } from './finding';

export type { Place };

/** The document in which a source states something. */
export interface HarvestedFrom {
  readonly address: string;
  /** `sha256:…` of its bytes. */
  readonly digest: string;
  /** An instant. */
  readonly fetchedAt: string;
}

/** A part of a record: names of fields and numbers in lists. The empty one is the record itself. */
export type PartOfRecord = readonly (string | number)[];

export interface HarvestedRecord {
  /** Name of the class: `Dataset`, `Provision` …. */
  readonly type: string;
  /**
   * The absolute address under which the source knows it; null for what has none. A part of another record that has no address of its
   * own, such as a distribution, has a fragment of that record's address, which is the same with each harvest.
   */
  readonly iri: string | null;
  /** Other texts by which the source identifies it: `dct:identifier` and `adms:identifier` as written, and addresses that are said to be the same. */
  readonly knownAs: readonly string[];
  /** As a YAML record of the seeds would say it, with a Mention wherever a record is referred to. A slug only where the document tells it. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly at: (part: PartOfRecord) => Place;
  readonly document: HarvestedFrom;
  /** Whether so much of it is unreadable that it must not be imported. */
  readonly broken?: boolean;
  /** Fields whose values nobody states but that follow from the rest of the record, by name: how they were concluded. Their evidence is INFERRED, with this as its note. */
  readonly concluded: Readonly<Record<string, string>>;
  /**
   * Whether the document has it only beside another record and without evidence, as an export has the links of a dataset beside the
   * dataset. Its own description may follow elsewhere: do not replace evidence that is known already.
   */
  readonly beside: boolean;
  /** The same as a text (`record-text.ts`), if it comes from a stream: many such records wait for one another. */
  readonly text?: string;
}

/** A text, with its language as BCP 47 writes it if the document says it. */
export interface MentionedName {
  readonly value: string;
  readonly language: string | null;
}

/** What a document says of something that it refers to. */
export interface Mentioned {
  /** Null for a blank node that has no address. */
  readonly iri: string | null;
  /** Names of the classes of which it may be a record. */
  readonly classes: readonly string[];
  readonly names: readonly MentionedName[];
  /** With a scheme of `IdentifierScheme`. */
  readonly identifiers: readonly { readonly scheme: string; readonly value: string }[];
  readonly email: string | null;
  readonly homepage: string | null;
  /** IRIs of its RDF classes. */
  readonly kinds: readonly string[];
  readonly at: Place;
  readonly isPerson: boolean;
}

/** Something that a document refers to and that is not a key of ours yet. */
export class Mention implements Mentioned {
  readonly iri: string | null;
  readonly classes: readonly string[];
  readonly names: readonly MentionedName[];
  readonly identifiers: readonly { readonly scheme: string; readonly value: string }[];
  readonly email: string | null;
  readonly homepage: string | null;
  readonly kinds: readonly string[];
  readonly at: Place;
  readonly isPerson: boolean;
  /** What else the document states of it, as the data of a record of `recordType`: for one that is unknown here. */
  readonly stated: { readonly type: string; readonly data: Readonly<Record<string, unknown>> } | null;

  constructor(mentioned: Mentioned, stated: Mention['stated'] = null) {
    this.iri = mentioned.iri;
    this.classes = mentioned.classes;
    this.names = mentioned.names;
    this.identifiers = mentioned.identifiers;
    this.email = mentioned.email;
    this.homepage = mentioned.homepage;
    this.kinds = mentioned.kinds;
    this.at = mentioned.at;
    this.isPerson = mentioned.isPerson;
    this.stated = stated;
  }
}
