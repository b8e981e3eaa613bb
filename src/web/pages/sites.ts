/** The sites of the network, as pages name them in little room. */
import type { InLanguages } from './answered';

export interface SiteAnswer {
  readonly slug: string;
  readonly iri: string;
  readonly name: string;
  readonly names: InLanguages;
  readonly city: string | null;
}

/** In brackets, as in `Klinikum rechts der Isar (TUM)`. */
const inBrackets = /\(([A-ZÄÖÜ]{2,6})\)|^([A-ZÄÖÜ]{2,6})\b/;
/** What only tells a city from others of its name. */
const addition = / (?:\(.*\)|am Main|im Breisgau)$/;

/** A short name for each site by its slug: its city, and where two share one, how they are told apart. */
export function shortNames(sites: readonly SiteAnswer[]): ReadonlyMap<string, string> {
  const count = new Map<string, number>();
  for (const { city } of sites) if (city !== null) count.set(city, (count.get(city) ?? 0) + 1);
  return new Map(
    sites.map(({ slug, name, city }) => {
      if (city === null) return [slug, name];
      if (count.get(city) === 1) return [slug, city.replace(addition, '')];
      const [, bracketed, first] = inBrackets.exec(name) ?? [];
      return [slug, `${city} ${bracketed ?? first ?? slug}`];
    }),
  );
}
