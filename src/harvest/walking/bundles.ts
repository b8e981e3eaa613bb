/** Walks over the pages of a search in FHIR, as their links of the relation `next` lead on. https://hl7.org/fhir/R4/http.html#paging */
import { parseUrl } from '../../url';
import type { SourceDocument } from '../document';
import { fhirFinding } from '../fhir/finding-texts';
import { crawl } from './crawl';
import { walkFinding } from './finding-texts';
import { unpacked } from './unpack';
import type { Walk, Walking } from './walking';

const accepted = 'application/fhir+json, application/json;q=0.9, application/fhir+ndjson;q=0.8';

export const walkBundles: Walk = async function* (start, walking) {
  const search = new Search(walking);
  const pages = crawl(
    start,
    {
      fetch: (address) => walking.fetcher.get(address, accepted),
      leadsOn: (page) => Promise.resolve(search.nextOf(page)),
    },
    walking,
  );
  for await (const page of pages) yield* unpacked(page, walking);
  search.end(start);
};

interface Bundle {
  readonly type?: unknown;
  readonly total?: unknown;
  readonly link?: unknown;
  readonly entry?: unknown;
}

class Search {
  private readonly addresses = new Set<string>();
  private readonly digests = new Set<string>();
  private total: number | null = null;
  private matches = 0;

  constructor(private readonly walking: Walking) {}

  nextOf(page: SourceDocument): string[] {
    const { report } = this.walking;
    const bundle = bundleIn(page);
    this.addresses.add(page.address);
    if (!bundle) return [];
    if (typeof bundle.total === 'number') this.total ??= bundle.total;
    this.matches += matchesIn(bundle);
    const next = nextIn(bundle, page.address);
    if (next === null) return [];
    if (this.addresses.has(next)) {
      report(walkFinding('pages-in-a-circle', page.address, { value: next }));
      return [];
    }
    if (this.digests.has(page.digest)) {
      report(walkFinding('page-repeats', page.address, { value: next }));
      return [];
    }
    this.digests.add(page.digest);
    return [next];
  }

  /** All pages were read. */
  end(start: string): void {
    const { total, matches, walking } = this;
    if (total === null || matches >= total || walking.signal.aborted) return;
    const place = { document: start, line: null, column: null };
    walking.report(fhirFinding('fhir-fewer-than-total', { place, words: { stated: total, found: matches } }));
  }
}

/** Null for what is no search: its reader says what it is. */
function bundleIn({ bytes }: SourceDocument): Bundle | null {
  try {
    const value = JSON.parse(
      Buffer.from(bytes)
        .toString('utf8')
        .replace(/^\uFEFF/, ''),
    ) as Bundle | null;
    return value?.type === 'searchset' ? value : null;
  } catch {
    return null;
  }
}

const listOf = (value: unknown): readonly Readonly<Record<string, unknown> | null>[] =>
  Array.isArray(value) ? (value as Readonly<Record<string, unknown> | null>[]) : [];

/** What a search includes beside its matches is not counted. */
const matchesIn = ({ entry }: Bundle): number =>
  listOf(entry).filter((each) => {
    const mode = (each?.search as { mode?: unknown } | undefined)?.mode;
    return mode === undefined || mode === 'match';
  }).length;

function nextIn({ link }: Bundle, address: string): string | null {
  const next = listOf(link).find((each) => each?.relation === 'next')?.url;
  const url = typeof next === 'string' ? parseUrl(next, address) : null;
  return url && /^https?:$/.test(url.protocol) ? url.href : null;
}
