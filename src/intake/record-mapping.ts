/** Maps a raw record to a draft by its class's description: pure, with every problem and its place. */
import type { ImportProblem } from '../errors';
import { referenceColumn } from '../resource/columns';
import { attributeOf, describe, type Description, type End, type Reference } from '../resource/description';
import type { Evidence, Identifier } from '../resource/evidence';
import { linkKey, recordKey, slugPattern } from '../resource/identity';
import type { Registry } from '../resource/registry';
import { writeValue, type Row } from '../resource/values';
import { Confidence } from '../vocabulary/confidence';
import { IdentifierScheme } from '../vocabulary/identifier-scheme';
import {
  checkCode,
  checkList,
  checkMap,
  checkStatedDate,
  checkText,
  checkValue,
  WrongValue,
} from './check-value';
import type { Draft, DraftReference } from './draft';
import type { RawRecord } from './raw-record';

type Path = readonly (string | number)[];

/** A draft, or the reasons why there is none. */
export type Mapped = { draft: Draft } | { problems: ImportProblem[] };

/** Maps one record. */
export function mapRecord(raw: RawRecord, registry: Registry): Mapped {
  const description = registry.ofType(raw.type);
  if (!description) {
    const remedy = `Use one of ${registry.all.map(({ type }) => type).join(', ')}.`;
    return { problems: [{ ...raw.at([]), message: `There is no class "${raw.type}".`, remedy }] };
  }
  return new RecordMapping(raw, description, registry).map();
}

class RecordMapping {
  private readonly problems: ImportProblem[] = [];
  private readonly references: DraftReference[] = [];
  private readonly data: Record<string, unknown>;

  constructor(
    private readonly raw: RawRecord,
    private readonly description: Description,
    private readonly registry: Registry,
  ) {
    this.data = this.check([], () => checkMap(raw.data, 'a map of fields')) ?? {};
  }

  map(): Mapped {
    this.refuseUnknown(this.data, this.fields(), []);
    const ends = this.ends();
    const key = this.key(ends);
    const row: Row = { id: key, ...(ends && { source_id: ends.source, target_id: ends.target }) };
    for (const reference of this.description.references)
      row[referenceColumn(reference)] = this.reference(reference);
    for (const attribute of this.description.attributes.filter(({ derived }) => !derived)) {
      const written = this.data[attribute.name] ?? null;
      if (written === null && attribute.required) this.miss(attribute.name);
      const value =
        written === null ? null : this.check([attribute.name], () => checkValue(attribute, written));
      if (value !== undefined) Object.assign(row, writeValue(attribute, value));
    }
    const identifiers = this.list('identifiers', (item, path) => this.identifier(item, path));
    const evidence = this.list('evidence', (item, path) => this.statement(item, path));
    if (this.description.kind !== 'source' && evidence.length === 0) this.miss('evidence');
    if (this.problems.length > 0) return { problems: this.problems };
    const { description, references } = this;
    return { draft: { description, key, row, identifiers, evidence, references, at: this.raw.at([]) } };
  }

  /** The fields that a record of the class may have. */
  private fields(): string[] {
    const { attributes, references, ends, kind } = this.description;
    const declared = [...ends, ...references, ...attributes.filter(({ derived }) => !derived)].map(
      ({ name }) => name,
    );
    return kind === 'source' ? declared : [...declared, 'identifiers', 'evidence'];
  }

  private key(ends: Record<'source' | 'target', string> | null): string {
    if (!ends) return recordKey(this.description, typeof this.data.slug === 'string' ? this.data.slug : '');
    return linkKey(this.description, ends, typeof this.data.role === 'string' ? this.data.role : null);
  }

  private ends(): Record<'source' | 'target', string> | null {
    if (this.description.kind !== 'link') return null;
    const keys = { source: '', target: '' };
    for (const end of this.description.ends) keys[end.side] = this.end(end);
    return keys;
  }

  private end(end: End): string {
    const written = this.data[end.name] ?? null;
    if (written === null) return (this.miss(end.name), '');
    const classes = end.to().map(describe);
    const [only, ...others] = classes;
    return this.pointer(end.name, written, only && others.length === 0 ? [only] : classes) ?? '';
  }

  private reference(reference: Reference): string | null {
    const written = this.data[reference.name] ?? null;
    if (written === null) {
      if (reference.required) this.miss(reference.name);
      return null;
    }
    return this.pointer(reference.name, written, [describe(reference.to())]);
  }

  /** The key of the record that a field points to: a slug where only one class is possible, else `path/slug`. */
  private pointer(field: string, written: unknown, classes: Description[]): string | null {
    const [only, ...others] = classes;
    const key = this.check([field], () => {
      const text = checkText(written);
      if (only && others.length === 0) {
        if (!slugPattern.test(text)) throw new WrongValue(`the slug of a record of ${only.type}`);
        return recordKey(only, text);
      }
      const target = this.registry.ofKey(text);
      const allowed = classes.length > 0 ? classes : this.registry.resources;
      if (!target || !allowed.includes(target)) {
        throw new WrongValue(
          `a path and a slug, such as ${allowed[0]?.path ?? ''}/some-slug; paths: ${allowed.map(({ path }) => path).join(', ')}`,
        );
      }
      return text;
    });
    if (key === undefined) return null;
    this.references.push({ field, key, at: this.raw.at([field]) });
    return key;
  }

  private identifier(item: Record<string, unknown>, path: Path): Identifier {
    this.refuseUnknown(item, ['scheme', 'value'], path);
    return {
      scheme: this.check([...path, 'scheme'], () =>
        checkCode(IdentifierScheme, item.scheme),
      ) as Identifier['scheme'],
      value: this.check([...path, 'value'], () => checkText(item.value)) ?? '',
    };
  }

  private statement(item: Record<string, unknown>, path: Path): Evidence {
    this.refuseUnknown(
      item,
      ['source', 'property', 'statedValue', 'quotation', 'confidence', 'statedOn', 'note'],
      path,
    );
    const text = (field: string) =>
      item[field] == null ? null : (this.check([...path, field], () => checkText(item[field])) ?? null);
    const source = this.check([...path, 'source'], () =>
      recordKey(this.registry.source, checkText(item.source)),
    );
    if (source) this.references.push({ field: 'source', key: source, at: this.raw.at([...path, 'source']) });
    const property = text('property');
    if (property && !this.properties().includes(property)) {
      this.refuse(
        [...path, 'property'],
        `${this.label()} has no property "${property}".`,
        `Use one of ${this.properties().join(', ')}, or leave it out when the source speaks of the record as a whole.`,
      );
    }
    return {
      sourceId: source ?? '',
      property,
      statedValue: text('statedValue'),
      quotation: text('quotation'),
      confidence: this.check([...path, 'confidence'], () =>
        checkCode(Confidence, item.confidence),
      ) as Evidence['confidence'],
      statedOn:
        item.statedOn == null
          ? null
          : (this.check([...path, 'statedOn'], () => checkStatedDate(item.statedOn)) ?? null),
      note: text('note'),
    };
  }

  /** What evidence may speak of: any field of the class. */
  private properties(): string[] {
    return [
      ...this.fields().filter((name) => name !== 'evidence'),
      ...this.description.lists.map(({ name }) => name),
    ];
  }

  private list<T>(field: string, read: (item: Record<string, unknown>, path: Path) => T): T[] {
    const written = this.data[field] ?? [];
    const items = this.check([field], () => checkList(written, 'a list')) ?? [];
    return items.flatMap((item, index) => {
      const path = [field, index];
      const map = this.check(path, () => checkMap(item, 'a map of fields'));
      return map ? [read(map, path)] : [];
    });
  }

  private refuseUnknown(map: Record<string, unknown>, known: readonly string[], path: Path): void {
    for (const field of Object.keys(map).filter((name) => !known.includes(name))) {
      this.refuse(
        [...path, field],
        `${this.label()} has no field "${field}".`,
        `Use one of ${known.join(', ')}.`,
      );
    }
  }

  private miss(field: string): void {
    const attribute = attributeOf(this.description, field);
    this.refuse(
      [],
      `${this.label()} lacks "${field}".`,
      attribute ? `Add it: ${attribute.about}` : `Add it.`,
    );
  }

  private check<T>(path: Path, read: () => T): T | undefined {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof WrongValue)) throw error;
      this.refuse(path, `${this.label()}: "${path.join('.')}" is not usable.`, `It takes ${error.takes}.`);
      return undefined;
    }
  }

  private refuse(path: Path, message: string, remedy: string): void {
    this.problems.push({ ...this.raw.at(path), message, remedy });
  }

  private label(): string {
    const { slug } = this.data as { slug?: unknown };
    return typeof slug === 'string' ? `${this.description.type} "${slug}"` : this.description.type;
  }
}
