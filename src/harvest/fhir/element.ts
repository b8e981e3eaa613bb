/** An element of a FHIR resource, with its path as FHIRPath writes it, and what of it was read. */
import type { Finding, Place } from '../finding';
import { fhirFinding } from './finding-texts';
import type { JsonPath, JsonText } from './json-text';

export interface ElementParts {
  readonly json: JsonText;
  readonly report: (finding: Finding) => void;
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export class Element {
  private readonly read = new Set<string>();

  constructor(
    readonly value: Readonly<Record<string, unknown>>,
    /** Such as `Bundle.entry[3].resource`. */
    readonly path: string,
    private readonly at: JsonPath,
    private readonly parts: ElementParts,
  ) {}

  place(...field: JsonPath): Place {
    return this.parts.json.placeOf([...this.at, ...field]);
  }

  say(id: Parameters<typeof fhirFinding>[0], field: string | null, words: Record<string, string> = {}): void {
    const path = field === null ? this.path : `${this.path}.${field}`;
    const place = field === null ? this.place() : this.place(field);
    this.parts.report(fhirFinding(id, { place, property: path, words: { path, ...words } }));
  }

  /** A string that says something; null for none. */
  text(field: string): string | null {
    this.read.add(field);
    const value = this.value[field];
    if (value === undefined || value === null) return null;
    if (typeof value === 'string') return value.trim() === '' ? null : value;
    this.say('fhir-wrong-type', field, { takes: 'string' });
    return null;
  }

  number(field: string): number | null {
    this.read.add(field);
    const value = this.value[field];
    if (value === undefined || value === null) return null;
    if (typeof value === 'number') return value;
    this.say('fhir-wrong-type', field, { takes: 'number' });
    return null;
  }

  /** Strings of a list. */
  texts(field: string): string[] {
    this.read.add(field);
    return listOf(this.value[field]).flatMap((each) =>
      typeof each === 'string' && each.trim() !== '' ? [each] : [],
    );
  }

  one(field: string): Element | null {
    this.read.add(field);
    const value = this.value[field];
    if (value === undefined || value === null) return null;
    if (isMap(value)) return new Element(value, `${this.path}.${field}`, [...this.at, field], this.parts);
    this.say('fhir-wrong-type', field, { takes: 'object' });
    return null;
  }

  /** The elements of a list; one alone is taken for a list of one. */
  list(field: string): Element[] {
    this.read.add(field);
    const value = this.value[field];
    if (isMap(value)) return [new Element(value, `${this.path}.${field}`, [...this.at, field], this.parts)];
    return listOf(value).flatMap((each, index) =>
      isMap(each)
        ? [new Element(each, `${this.path}.${field}[${index}]`, [...this.at, field, index], this.parts)]
        : [],
    );
  }

  /** Knows a field without reading it. */
  pass(...fields: string[]): void {
    for (const field of fields) this.read.add(field);
  }

  /** The fields that nobody has read. */
  unread(): string[] {
    return Object.keys(this.value).filter((field) => !field.startsWith('_') && !this.read.has(field));
  }
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);
