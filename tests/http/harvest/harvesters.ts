/** Harvesters that read as those of CKAN do. */
import { dcat, fetched, hydra, ldp, said, turtle, type Said } from './rdf';

/** What a harvest took in. */
export interface Harvest {
  readonly pages: readonly string[];
  /** By IRI, in the order in which they came; a dataset that came twice stands here twice. */
  readonly datasets: readonly { iri: string; in: Said }[];
}

/** A harvester gives up there. */
const mostPages = 100;
const mostBytes = 50_000_000;

/** As ckanext-dcat 2.4.3: HEAD, then GET of each page, until there is no next one, or one that equals the first. */
export async function harvestPages(
  start: string,
  between: (page: string) => Promise<void> = () => Promise.resolve(),
): Promise<Harvest> {
  const pages: string[] = [];
  const datasets: { iri: string; in: Said }[] = [];
  let firstText: string | null = null;
  for (let next: string | null = start; next !== null && pages.length < mostPages;) {
    const head = await fetch(next, { method: 'HEAD' });
    if (!head.ok && head.status !== 405 && head.status !== 400)
      throw new Error(`HEAD ${next} answers ${head.status}.`);
    if (Number(head.headers.get('content-length') ?? 0) > mostBytes) throw new Error(`${next} is too large.`);
    const { status, headers, text } = await fetched(next);
    if (status !== 200) throw new Error(`${next} answers ${status}: ${text.slice(0, 300)}`);
    if (!headers.get('content-type')?.startsWith('text/turtle'))
      throw new Error(`This harvester reads Turtle, and ${next} is ${headers.get('content-type')}.`);
    if (text === firstText) throw new Error(`${next} repeats the first page.`);
    firstText ??= text;
    pages.push(next);
    const page = said(text, next);
    const found = page.instances(dcat('Dataset'));
    if (found.length === 0) break;
    datasets.push(...found.map((iri) => ({ iri, in: page })));
    const [view] = page.instances(hydra('PartialCollectionView'));
    next = view === undefined ? null : page.object(view, hydra('next'));
    if (next !== null) await between(next);
  }
  return { pages, datasets };
}

/** The records that ckanext-fairdatapoint takes in. */
export interface FdpHarvest {
  readonly catalogues: readonly string[];
  readonly datasets: readonly string[];
  readonly distributions: readonly string[];
  /** What it could not take in, and why. */
  readonly faults: readonly string[];
}

/** As ckanext-fairdatapoint 1.6.11: breadth-first over every `ldp:contains`; the address must be the subject of its document. */
export async function harvestDataPoint(start: string): Promise<FdpHarvest> {
  const seen = new Set<string>([start]);
  const waiting = [start];
  const [catalogues, datasets, faults]: string[][] = [[], [], []];
  const distributions = new Set<string>();
  for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
    const document = await turtle(url).catch((error: unknown) => {
      faults?.push(String(error));
      return null;
    });
    if (!document) continue;
    for (const contained of document.objects(null, ldp('contains')))
      if (!seen.has(contained)) {
        seen.add(contained);
        waiting.push(contained);
      }
    if (document.isA(url, dcat('Catalog'))) catalogues?.push(url);
    else if (document.isA(url, dcat('Dataset'))) {
      datasets?.push(url);
      for (const distribution of document.objects(url, dcat('distribution'))) {
        const own = await turtle(distribution).catch((error: unknown) => {
          faults?.push(String(error));
          return null;
        });
        if (own?.isA(distribution, dcat('Distribution'))) distributions.add(distribution);
        else if (own) faults?.push(`${distribution} does not say that it is a distribution.`);
      }
    } else if (url !== start) faults?.push(`${url} is nothing that can be taken in.`);
  }
  return {
    catalogues: catalogues ?? [],
    datasets: datasets ?? [],
    distributions: [...distributions],
    faults: faults ?? [],
  };
}
