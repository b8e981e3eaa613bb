/** A page that shows no single record or list: the queries that it asks, and what their answers look like. */
import type { VNode } from 'preact';
import type { Registry } from '../../resource/registry';
import type { Label } from '../../vocabulary/label';
import type { Answered } from './answered';
import type { Site } from './site';

/** Where a page stands in the navigation; the front page has its place beside it. */
export type PageGroup = 'front' | 'search' | 'browse' | 'pictures' | 'developers';

/** A page, as the navigation and other pages name it. */
export interface NamedPage {
  /** Its path, such as `/search`. */
  readonly path: string;
  /** Its title, and its name in the navigation. */
  readonly names: Label;
  readonly group: PageGroup;
}

/** A query of a page: a whole GraphQL document of the public schema, with its variables. */
export interface PageQuestion {
  readonly name: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A fault that the page tells its reader, such as a value that cannot be read. */
export interface PageFault {
  readonly message: string;
}

/** What a question was answered: data, or what is wrong with it. */
export interface PageAnswer extends PageQuestion {
  readonly data: Answered | null;
  readonly faults: readonly PageFault[];
}

export type PageAnswers = Readonly<Record<string, PageAnswer>>;

/** What the queries of a page may depend on beside its address. */
export interface PageContext {
  readonly registry: Registry;
  /** The day of the request, such as `2026-11-30`. */
  readonly today: string;
}

export interface SitePage extends NamedPage {
  /** The queries for an address. A parameter that cannot be read becomes null, or a fault told on the page. */
  questions(parameters: URLSearchParams, context: PageContext): readonly PageQuestion[];
  /** The page, for the answers by the names of the questions. */
  html(site: Site, answers: PageAnswers): VNode;
}
