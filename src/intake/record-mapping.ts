/** Maps a raw record to a draft by the description of its class. A pure function, which collects all problems with their positions. */
import type { ImportProblem } from '../errors';
import { endColumn, referenceColumn } from '../resource/columns';
import {
  attributeOf,
  describe,
  isStated,
  isTimed,
  type Description,
  type RecordClass,
  type Side,
} from '../resource/description';
import { linkKey, recordKey, slugPattern } from '../resource/identity';
import type { Registry } from '../resource/registry';
import { writeInto, type Row } from '../resource/values';
import { checkLine, checkMap, WrongValue } from '../resource/written/check';
import type { Draft, DraftReference } from './draft';
import { Findings, labelOf, type Path } from './findings';
import { refuseUnproven, type Proof } from './proof';
import { recordFields } from './record-fields';
import type { RawRecord } from './raw-record';
import { mapEvidence, mapIdentifiers } from './statement-mapping';

/** The result of mapping a record. */
export interface Mapped {
  /** If there are problems, the draft only identifies the record. Null if not even that is possible. */
  draft: Draft | null;
  problems: ImportProblem[];
}

/** Maps one record. */
export function mapRecord(raw: RawRecord, registry: Registry, proof: Proof): Mapped {
  const findings = new Findings(raw.at, () => raw.type);
  const description = registry.ofType(raw.type);
  if (!description) {
    const remedy = `Use one of ${registry.all.map(({ type }) => type).join(', ')}.`;
    findings.refuse([], `There is no class "${raw.type}".`, remedy);
    return { draft: null, problems: findings.problems };
  }
  const data = findings.check([], () => checkMap(raw.data, 'a map of fields'));
  if (!data) return { draft: null, problems: findings.problems };
  return new RecordMapping(raw, data, description, registry, proof).map();
}

type Ends = Record<Side, string>;

const sides = ['from', 'to'] as const satisfies readonly Side[];

class RecordMapping {
  private readonly findings: Findings;
  private readonly references: DraftReference[] = [];

  constructor(
    private readonly raw: RawRecord,
    private readonly data: Readonly<Record<string, unknown>>,
    private readonly description: Description,
    private readonly registry: Registry,
    private readonly proof: Proof,
  ) {
    this.findings = new Findings(raw.at, () => labelOf(description, data));
  }

  map(): Mapped {
    const { data, description, findings, references } = this;
    const { fields, properties, listed, empty } = recordFields(description);
    findings.refuseUnknown(data, fields, []);
    const ends = description.kind === 'link' ? this.ends() : null;
    const row = { ...empty };
    this.writePointers(row, ends);
    this.writeValues(row);
    const identifiers = mapIdentifiers(data.identifiers, findings);
    const evidence = mapEvidence(
      data.evidence,
      { properties, lists: listed, cite: this.cite, timeOf: this.timeOf },
      findings,
    );
    if (description.kind !== 'source') {
      if (isEmpty(data.evidence))
        findings.miss('evidence', 'at least one statement with its source and confidence.');
      else if (this.proof === 'of each value')
        refuseUnproven({ description, data, evidence, fields }, findings);
    }
    const key = this.key(ends, row);
    if (key === null) return { draft: null, problems: findings.problems };
    row.id = key;
    const at = this.raw.at([]);
    const draft = { description, key, row, identifiers, evidence, references, at };
    return { draft, problems: findings.problems };
  }

  /** The key of the record; null if a part of it is missing or invalid. */
  private key(ends: Ends | null, row: Row): string | null {
    const written = (name: string) => (typeof row[name] === 'string' ? row[name] : null);
    if (!ends) {
      const slug = written('slug');
      return slug && recordKey(this.description, slug);
    }
    const role = written('role');
    const roleMissing = role === null && attributeOf(this.description, 'role')?.required;
    return ends.from && ends.to && !roleMissing ? linkKey(this.description, ends, role) : null;
  }

  private ends(): Ends {
    const keys = { from: '', to: '' };
    for (const { side, name, about, to } of this.description.ends) {
      keys[side] = this.pointer({ name, about, to: to(), required: true }) ?? '';
    }
    return keys;
  }

  /** The columns that refer to other records. */
  private writePointers(row: Row, ends: Ends | null): void {
    if (ends) for (const side of sides) row[endColumn(side)] = ends[side];
    for (const reference of this.description.references.filter(isStated)) {
      row[referenceColumn(reference)] = this.pointer({ ...reference, to: [reference.to()] });
    }
  }

  /** The columns of the attributes. */
  private writeValues(row: Row): void {
    for (const attribute of this.description.attributes) {
      if (attribute.derived) continue;
      const { name, required, about } = attribute;
      const written = this.data[name] ?? null;
      if (written === null) {
        if (required) this.findings.miss(name, about);
        continue;
      }
      const value = this.findings.check([name], () => attribute.kind.check(written, attribute));
      if (value !== undefined) writeInto(row, attribute, value);
    }
  }

  /** The key of the record that a field refers to. */
  private pointer(field: {
    name: string;
    about: string;
    to: RecordClass[];
    required: boolean;
  }): string | null {
    const { name, about, to, required } = field;
    const written = this.data[name] ?? null;
    if (written === null) {
      if (required) this.findings.miss(name, about);
      return null;
    }
    const key = this.findings.check([name], () => this.keyOf(checkLine(written), to.map(describe)));
    if (key === undefined) return null;
    this.references.push({ field: name, key, at: this.raw.at([name]) });
    return key;
  }

  /** If only one class is possible, a slug suffices. Otherwise `path/slug` is required. */
  private keyOf(text: string, classes: Description[]): string {
    const [only, ...others] = classes;
    if (only && others.length === 0) {
      if (slugPattern.test(text)) return recordKey(only, text);
      throw new WrongValue(`the slug of a record of ${only.type}`);
    }
    const target = this.registry.ofKey(text);
    const allowed = classes.length > 0 ? classes : this.registry.resources;
    if (target && allowed.includes(target)) return text;
    const paths = allowed.map(({ path }) => path);
    throw new WrongValue(
      `a path and a slug, such as ${paths[0] ?? ''}/some-slug; paths: ${paths.join(', ')}`,
    );
  }

  /** Records that a source is cited. */
  private readonly cite = (slug: string, path: Path): string => {
    const key = recordKey(this.registry.source, slug);
    this.references.push({ field: 'source', key, at: this.raw.at(path) });
    return key;
  };

  /** Records for whose time something is stated. */
  private readonly timeOf = (record: unknown, path: Path): string => {
    const key = this.keyOf(checkLine(record), this.registry.resources.filter(isTimed));
    this.references.push({ field: 'during', key, at: this.raw.at(path) });
    return key;
  };
}

const isEmpty = (list: unknown): boolean => list == null || (Array.isArray(list) && list.length === 0);
