/**
 * The representations of records and lists: HTML, RDF and JSON. Each is one object that writes a text; negotiation, limits, caching,
 * validators and errors are the same for all and not its business.
 */
import type { Request } from 'express';
import type { FormattedExecutionResult } from 'graphql';
import type { Estimate, GraphQLParams } from '../../graphql/cost/estimate';
import type { Loaders } from '../../query/loaders';
import type { RowSource } from '../../query/rows/cached';
import type { Reader } from '../../query/sql';
import type { NamedProfile } from '../../rdf/profiles/named-profile';
import type { StoredRecord } from '../../resource/record';
import type { Registry } from '../../resource/registry';
import type { LanguageTag } from '../../resource/text';
import type { Subject } from './address';
import type { Choosable } from './choose';
import type { Page } from './page-arguments';
import type { TypedLink } from './typed-link';

/** A request for a representation, and what answering it may use. */
export interface RepresentationRequest {
  readonly httpRequest: Request;
  readonly subject: Subject;
  /** The web address of the record or list, without suffix and parameters. */
  readonly iri: string;
  /** The requested page of a record's links, or of a list. */
  readonly page: Page;
  /** The profile of the document: the one that was named, else the default. Null for representations without profiles. */
  readonly profile: NamedProfile | null;
  /** The record; null for a list or vocabulary. */
  readonly record: StoredRecord | null;
  /** That of `?lang=`, else of `Accept-Language`. */
  readonly language: LanguageTag;
  /** The language that the path names; null where it names none. */
  readonly languageInPath: LanguageTag | null;
  /** The day of the request. */
  readonly today: string;
  readonly registry: Registry;
  readonly publicUrl: string;
  /** Path prefix of the gateway, for links within the site. */
  readonly publicPath: string;
  /** Reads within the limits of this request. What is read through it decides how long the answer stays cached. */
  readonly reader: Reader;
  readonly rows: RowSource | undefined;
  /** Reads what is sent while it is read: bounded by the time for that, but not by a number of rows. */
  readerWhileSent(): Reader;
  readonly loaders: Loaders;
  /** Charges the client for what is read otherwise than by `ask`. @throws Refusal when its allowance is used up */
  charge(cost: number): Promise<void>;
  /** The cost of a query, and why it is refused, if it is. */
  estimate(params: GraphQLParams): Estimate;
  /**
   * Charges the client for a query and executes it in its language.
   * @param cost as estimated before
   * @throws Refusal when it is not answered
   */
  ask(params: GraphQLParams, cost?: number): Promise<FormattedExecutionResult>;
}

/** A written representation. */
export interface Written {
  readonly text: string;
  /** In place of the text where it is too long for the memory: its pieces, read while they are sent, and what changes with them. */
  readonly stream?: { readonly pieces: AsyncIterable<string>; readonly version: string };
  /** 200 unless it says otherwise. Other answers are not cached. */
  readonly status?: number;
  /** The value of `Content-Type`; by default the first media type, with the charset where it is a text. */
  readonly contentType?: string;
  /** Further headers, such as the Content-Security-Policy of a page. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Further links of the header `Link`. */
  readonly links?: readonly TypedLink[];
}

/** A representation. Answers have the first of its media types. */
export interface Representation extends Choosable {
  /** The kinds of subjects that it represents. */
  readonly of: readonly Subject['kind'][];
  /** Whether its documents follow a profile. */
  readonly isProfiled: boolean;
  /** The name of the only profile in which it is; absent for the formats in which all application profiles are. */
  readonly only?: string;
  /** The relation of the other representations to this one; `alternate` if it says nothing. */
  readonly relation?: string;
  write(request: RepresentationRequest): Promise<Written> | Written;
}
