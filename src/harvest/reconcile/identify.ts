/** Which record of ours a harvested one is: by its address or identifiers, never by its title; and the slug of a new one. */
import type { HarvestedRecord, MentionedName } from '../harvested-record';
import { keyOfIri, pathOfKey, slugOfKey } from '../../resource/identity';
import { canonicalOf, type KnownIdentifiers } from './by-identifier';
import type { Known } from './known';
import type { Outcome } from './outcome';
import { reasons } from './reasons';
import type { Identity, NewRecord } from './reconciler';
import { Slugs } from './slugs';
import { joinedOf, spell } from './words/spell';

/** The scheme under which the address that a record has elsewhere is stored. */
const addressScheme = 'URL';

/** Linked to what this run identified before. */
export const describeFound = (key: string, iri: string): Outcome => ({
  outcome: 'SURE',
  key,
  score: 1,
  reason: reasons.address(iri),
});

/** The names that data state, with their languages. */
function namesIn(data: HarvestedRecord['data']): MentionedName[] {
  const { name } = data;
  if (typeof name === 'string') return [{ value: name, language: null }];
  if (typeof name !== 'object' || name === null) return [];
  return Object.entries(name).flatMap(([language, value]) =>
    typeof value === 'string' ? [{ value, language }] : [],
  );
}

/** The identifiers that data state. */
function identifiersOf(data: HarvestedRecord['data']): { scheme: string; value: string }[] {
  const { identifiers } = data;
  if (!Array.isArray(identifiers)) return [];
  return identifiers.flatMap((each: unknown) => {
    const { scheme, value } = (each ?? {}) as { scheme?: unknown; value?: unknown };
    return typeof scheme === 'string' && typeof value === 'string' ? [{ scheme, value }] : [];
  });
}

export class Identities {
  private readonly slugs: Slugs;
  /** Addresses of the records that this run identified, and that runs before it did. */
  private readonly here: Map<string, string>;
  private readonly namesByKey: ReadonlyMap<string, readonly string[]>;

  constructor(
    private readonly known: Known,
    private readonly identifiers: KnownIdentifiers,
    addresses: ReadonlyMap<string, string>,
  ) {
    this.here = new Map([...addresses].filter(([, key]) => known.keys.has(key)));
    this.slugs = new Slugs((key) => known.keys.has(key), known.paths);
    this.namesByKey = new Map(known.records.map(({ key, names }) => [key, names]));
  }

  identify(record: HarvestedRecord): Identity | null {
    const path = this.known.paths.get(record.type);
    if (path === undefined) return null;
    const found = this.found(record, path);
    const slug = found ? slugOfKey(found.key) : this.slugs.slugFor(newRecord(record), toldSlug(record));
    if (record.iri !== null) this.here.set(record.iri, `${path}/${slug}`);
    return { key: found?.key ?? null, slug, reason: found?.reason ?? null };
  }

  slugFor = (record: NewRecord): string => this.slugs.slugFor(record);

  /** The key of the record with an address, if it is one of the classes; all classes if none is named. */
  keyAt(iri: string, classes: readonly string[]): string | null {
    const key = this.here.get(iri) ?? this.keyOf(iri);
    if (key === null) return null;
    return classes.length === 0 || classes.some((type) => this.known.paths.get(type) === pathOfKey(key))
      ? key
      : null;
  }

  /** A record with this address of ours, or the only one that has this address elsewhere. */
  private keyOf(iri: string): string | null {
    const own = keyOfIri(this.known.publicUrl, iri);
    if (own !== null && this.known.keys.has(own)) return own;
    const [only, ...others] = this.identifiers.withText(addressScheme, iri);
    return only !== undefined && others.length === 0 ? only : null;
  }

  private found(record: HarvestedRecord, path: string): { key: string; reason: Identity['reason'] } | null {
    const { iri, data } = record;
    for (const address of [...(iri === null ? [] : [iri]), ...record.knownAs]) {
      const key = this.keyAt(address, [record.type]);
      if (key !== null) return { key, reason: reasons.address(address) };
    }
    for (const identifier of canonicalOf({ iri, identifiers: identifiersOf(data) })) {
      const [only, ...others] = this.identifiers.of(identifier).filter((each) => pathOfKey(each) === path);
      if (only !== undefined && others.length === 0)
        return { key: only, reason: reasons.identifier(identifier.value) };
    }
    return iri === null ? this.ofKey(record, path) : this.ofAnotherGateway(record, path);
  }

  /** What has a slug and no address is written as the seeds are: the slug says which record of ours it is. */
  private ofKey(record: HarvestedRecord, path: string): { key: string; reason: Identity['reason'] } | null {
    const key = `${path}/${toldSlug(record)}`;
    return this.known.keys.has(key) ? { key, reason: reasons.key(key) } : null;
  }

  /** Another gateway has the same record: under the same path and slug, and with the same name. */
  private ofAnotherGateway(
    record: HarvestedRecord,
    path: string,
  ): { key: string; reason: Identity['reason'] } | null {
    const slug = toldSlug(record);
    if (slug === null || !record.iri?.endsWith(`/${path}/${slug}`)) return null;
    const key = `${path}/${slug}`;
    const ours = new Set((this.namesByKey.get(key) ?? []).map(joined));
    const same = namesIn(record.data).find(({ value }) => ours.has(joined(value)));
    return same ? { key, reason: reasons.name(same.value) } : null;
  }
}

const joined = (text: string): string => joinedOf(spell(text).tokens);

const newRecord = ({ type, iri, data }: HarvestedRecord): NewRecord => ({ type, iri, names: namesIn(data) });

/** The slug that the document tells. */
const toldSlug = ({ data }: HarvestedRecord): string | null =>
  typeof data.slug === 'string' ? data.slug : null;
