/** Walks over the pages of a DCAT catalogue, as Hydra, the header `Link` or OAI-PMH lead from one to the next; mostly there is only one. */
import type { Quad } from '@rdfjs/types';
import { acceptedTypes } from '../../rdf/reading/accepted-types';
import { dcat, hydra } from '../../vocabulary/namespaces';
import type { FetchedDocument } from '../fetching/fetched-document';
import { crawl } from './crawl';
import { walkFinding } from './finding-texts';
import { nextOfOai } from './oai-pmh';
import { statementsOrNone } from './readable';
import { instancesOf, objectsOf, webAddresses } from './statements';
import { unpacked } from './unpack';
import type { Walk, Walking } from './walking';

export const walkPages: Walk = async function* (start, walking) {
  const pages = new Pages(walking);
  const documents = crawl(
    start,
    {
      fetch: (address) => walking.fetcher.get(address, acceptedTypes),
      leadsOn: (page) => pages.nextOf(page),
    },
    walking,
  );
  for await (const document of documents) yield* unpacked(document, walking);
  pages.end(start);
};

/** What the pages so far have brought. */
class Pages {
  private readonly members = new Set<string>();
  private readonly addresses = new Set<string>();
  private readonly digests = new Set<string>();
  private total: number | null = null;

  constructor(private readonly walking: Walking) {}

  async nextOf(page: FetchedDocument): Promise<string[]> {
    const { report } = this.walking;
    const quads = await statementsOrNone(page, this.walking);
    this.addresses.add(page.address);
    this.total ??= totalIn(quads);
    const found = membersIn(quads);
    const isNew =
      !this.digests.has(page.digest) && (found.length === 0 || found.some((iri) => !this.members.has(iri)));
    this.digests.add(page.digest);
    for (const iri of found) this.members.add(iri);
    const links = page.links.filter(({ rel }) => rel === 'next').map(({ href }) => href);
    const [next] = webAddresses([
      ...objectsOf(quads, hydra('next')),
      ...objectsOf(quads, hydra('nextPage')),
      ...links,
      nextOfOai(page) ?? '',
    ]);
    if (next === undefined) return [];
    if (this.addresses.has(next)) {
      report(walkFinding('pages-in-a-circle', page.address, { value: next }));
      return [];
    }
    if (isNew) return [next];
    report(walkFinding('page-repeats', page.address, { value: next }));
    return [];
  }

  /** All pages were read. */
  end(start: string): void {
    const { total, members, walking } = this;
    if (total === null || members.size === total || walking.signal.aborted) return;
    const id = members.size < total ? 'fewer-than-stated' : 'more-than-stated';
    walking.report(walkFinding(id, start, { stated: total, found: members.size }));
  }
}

/** The datasets of a page, and what Hydra counts besides. */
const membersIn = (quads: readonly Quad[]): string[] => [
  ...new Set([
    ...objectsOf(quads, dcat('dataset')),
    ...instancesOf(quads, dcat('Dataset')),
    ...objectsOf(quads, hydra('member')),
  ]),
];

function totalIn(quads: readonly Quad[]): number | null {
  const stated = quads.find(({ predicate }) => predicate.value === hydra('totalItems'));
  return stated && /^\d+$/.test(stated.object.value) ? Number(stated.object.value) : null;
}
