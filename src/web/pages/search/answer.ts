/** What the search answers. */
import type { Language } from '../../../vocabulary/language';
import type { Mentioned, PageInfo } from '../answered';
import type { AnsweredFacet } from '../parts/facets';

interface Part {
  readonly text: string;
  readonly matched: boolean;
  readonly concept: { readonly german: string; readonly english: string } | null;
}

export interface Fragment {
  readonly startsText: boolean;
  readonly endsText: boolean;
  readonly parts: readonly Part[];
}

export interface Highlight {
  readonly field: string;
  readonly language: Language | null;
  readonly fragments: readonly Fragment[];
}

export interface Hit {
  readonly score: number;
  readonly node: Mentioned;
  readonly highlights: readonly Highlight[];
}

export interface Found {
  readonly totalCount: number;
  readonly someWordsOnly: boolean;
  readonly unknownWords: readonly string[];
  readonly corrections: readonly { readonly word: string; readonly readAs: readonly string[] }[];
  readonly types: readonly { readonly type: string; readonly count: number }[];
  readonly facets: readonly (AnsweredFacet & { readonly distinct: number })[];
  readonly pageInfo: PageInfo;
  readonly edges: readonly Hit[];
}
