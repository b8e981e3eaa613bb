/** The records of a run, each identified as it comes: as all are before the first is linked, those that refer to one another find each other. */
import type { RefusedDraft } from '../../intake/partial/parts';
import { recordKey } from '../../resource/identity';
import type { Registry } from '../../resource/registry';
import type { HarvestSource } from '../harvest-source';
import type { HarvestedFrom, HarvestedRecord } from '../harvested-record';
import type { Reconciler } from '../reconcile/reconciler';
import { recordIn, textOf } from '../record-text';
import { slugOfSource } from './cited-sources';
import type { GatheredFindings } from './collect';
import { mappingFinding } from './finding-texts';
import { allowedPart } from './may-state';
import { Spool } from './spool';

export interface Identifying {
  source: HarvestSource;
  registry: Registry;
  reconciler: Pick<Reconciler, 'identify'>;
  findings: GatheredFindings;
}

/** A record that waits: itself, or the number of its text. */
interface Waiting {
  readonly record: HarvestedRecord | number;
  readonly document: HarvestedFrom;
  /** Null for a link. */
  readonly slug: string | null;
}

export class IdentifiedRecords {
  /** The keys of records that the source has, whether they can come in or not. */
  readonly seen = new Set<string>();
  /** The keys of records by the address under which the source knows them. */
  readonly addresses = new Map<string, string>();
  readonly refused: RefusedDraft[] = [];
  private readonly waiting: Waiting[] = [];
  private readonly texts = new Spool();
  /** The addresses of records of which the source may state nothing. */
  private readonly notAllowed = new Set<string>();

  constructor(private readonly parts: Identifying) {}

  get size(): number {
    return this.waiting.length;
  }

  add(each: HarvestedRecord): void {
    const { source, registry, findings } = this.parts;
    const description = registry.ofType(each.type);
    const ends = description?.ends.map(({ name }) => name) ?? [];
    const allowed = allowedPart(each, source, { ends, onFinding: (finding) => findings.add(finding) });
    if (!allowed) {
      if (each.iri !== null) this.notAllowed.add(each.iri);
      return;
    }
    const isWhole = allowed === each || each.text === undefined;
    const record = isWhole ? allowed : { ...allowed, text: textOf(allowed) };
    if (!description || description.kind === 'link') {
      this.wait(record, null);
      return;
    }
    const slug = this.slugOf(record, description.kind === 'source');
    if (slug === null) {
      const words = { type: record.type };
      findings.add(
        mappingFinding('record-unidentified', { place: record.at([]), subject: record.iri, words }),
      );
      this.refused.push({ key: `${record.type} ${record.iri ?? ''}`.trim(), problems: [] });
      return;
    }
    const key = recordKey(description, slug);
    this.seen.add(key);
    if (record.iri !== null) this.addresses.set(record.iri, key);
    // What is broken is there, but must not come in.
    if (record.broken) this.refused.push({ key, problems: [] });
    else this.wait(record, slug);
  }

  /** Whether a record with this address was read. */
  has(iri: string): boolean {
    if (this.addresses.has(iri) || this.notAllowed.has(iri)) return true;
    for (const each of this.waiting) if (this.recordOf(each).iri === iri) return true;
    return false;
  }

  /** The records with their slugs, in their order. */
  *all(): Generator<HarvestedRecord> {
    for (const each of this.waiting) {
      const record = this.recordOf(each);
      const { slug } = each;
      if (!record.broken) yield slug === null ? record : { ...record, data: { ...record.data, slug } };
    }
  }

  /** Forgets the records. */
  close(): void {
    this.waiting.length = 0;
    this.texts.close();
  }

  private recordOf({ record, document }: Waiting): HarvestedRecord {
    return typeof record === 'number' ? recordIn(this.texts.read(record), document) : record;
  }

  private slugOf(record: HarvestedRecord, isSource: boolean): string | null {
    return isSource ? slugOfSource(record) : (this.parts.reconciler.identify(record)?.slug ?? null);
  }

  private wait(record: HarvestedRecord, slug: string | null): void {
    const { text, document } = record;
    this.waiting.push({ record: text === undefined ? record : this.texts.add(text), document, slug });
  }
}
