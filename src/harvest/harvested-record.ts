/** A record as a source states it, before what it refers to is found among what is known here. */

/** A place in a document; lines and columns count from 1. */
export interface Place {
  readonly document: string;
  readonly line: number | null;
  readonly column: number | null;
}

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
  /** The absolute address under which the source knows it; null for what has none. */
  readonly iri: string | null;
  /** As a YAML record of the seeds would say it, with a Mention wherever a record is referred to. A slug only where the document tells it. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly at: (part: PartOfRecord) => Place;
  readonly document: HarvestedFrom;
  /** Whether so much of it is unreadable that it must not be imported. */
  readonly broken?: boolean;
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
