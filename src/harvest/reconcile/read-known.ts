/** Reads what the linking knows from the catalogue: one statement for each class, and one for all identifiers. */
import { join } from 'sql-template-tag';
import sql, { raw } from 'sql-template-tag';
import { name, type Reader } from '../../query/sql';
import { tableOf, valueColumns } from '../../resource/columns';
import type { Attribute, Description } from '../../resource/description';
import type { Identifier } from '../../resource/evidence';
import type { OtherName } from '../../resource/kinds/names';
import { recordMaker, type StoredRecord } from '../../resource/record';
import type { Registry } from '../../resource/registry';
import { identifierTable } from '../../resource/statements';
import type { LocalizedTexts } from '../../resource/text';
import type { ConceptScheme } from '../../vocabulary/concept-scheme';
import { CodingSystem } from '../../vocabulary/coding-system';
import { HealthStandard } from '../../vocabulary/health-standard';
import type { Known, KnownRecord } from './known';
import { irisOfStandard } from './names/known-names';

/** The attributes that say which thing a record is, where its class has them. */
const telling = [
  'name',
  'otherNames',
  'acronym',
  'city',
  'kind',
  'version',
  'homepage',
  'email',
  'healthStandard',
  'codingSystem',
];

/** Classes of which there may be hundreds of thousands, and whose names tell nothing: only their keys and identifiers are read. */
const byIdentifierOnly: ReadonlySet<string> = new Set([
  'Distribution',
  'DataTable',
  'Variable',
  'Publication',
]);
const mostNamed = 5_000;

/** @param publicUrl base of our own addresses */
export async function readKnown(reader: Reader, registry: Registry, publicUrl: string): Promise<Known> {
  const identifiers = await readIdentifiers(reader);
  const byKey = new Map<string, Identifier[]>();
  for (const { key, scheme, value } of identifiers) {
    const own = byKey.get(key);
    if (own) own.push({ scheme, value });
    else byKey.set(key, [{ scheme, value }]);
  }
  const records: KnownRecord[] = [];
  const keys = new Set<string>();
  for (const description of registry.resources) {
    const ids = await reader.read(sql`SELECT t.id FROM ${name(tableOf(description))} t ORDER BY t.id`);
    for (const { id } of ids) keys.add(id as string);
    if (byIdentifierOnly.has(description.type) || ids.length > mostNamed) continue;
    for (const record of await readTelling(reader, description))
      records.push(knownOf(record, description.type, byKey.get(record.key) ?? []));
  }
  return {
    publicUrl,
    records,
    identifiers,
    keys,
    paths: new Map(registry.resources.map(({ type, path }) => [type, path])),
  };
}

async function readIdentifiers(reader: Reader): Promise<(Identifier & { key: string })[]> {
  const rows = await reader.read(
    sql`SELECT DISTINCT subject_id AS "key", scheme, value FROM ${name(identifierTable.name)} ORDER BY subject_id, scheme, value`,
  );
  return rows as unknown as (Identifier & { key: string })[];
}

async function readTelling(reader: Reader, description: Description): Promise<StoredRecord[]> {
  const attributes: Attribute[] = description.attributes.filter((each) => telling.includes(each.name));
  const columns = attributes.flatMap(valueColumns).map((column) => name(column.name));
  const rows = await reader.read(
    sql`SELECT t.id, ${join(columns)} FROM ${name(tableOf(description))} t ORDER BY ${raw('t.id')}`,
  );
  return rows.map(recordMaker(description, attributes, []));
}

function knownOf(record: StoredRecord, type: string, identifiers: readonly Identifier[]): KnownRecord {
  const text = (field: string): string | null => (record[field] as string | null | undefined) ?? null;
  const names = Object.values((record.name as LocalizedTexts | null) ?? {});
  const others = ((record.otherNames as OtherName[] | null) ?? []).map(({ value }) => value);
  const concepts = [
    ...conceptOf(HealthStandard, text('healthStandard')),
    ...conceptOf(CodingSystem, text('codingSystem')),
  ];
  const acronym = text('acronym');
  const all = [...new Set([...names, ...others, ...concepts.flatMap(({ de, en }) => [de, en])])];
  return {
    key: record.key,
    type,
    names: all,
    acronyms: [
      ...(acronym === null ? [] : [acronym]),
      ...identifiers.filter(({ scheme }) => scheme === 'MII_SITE').map(({ value }) => value),
    ],
    town: text('city'),
    isHospital: record.kind === 'UNIVERSITY_MEDICAL_CENTRE',
    version: text('version'),
    homepage: text('homepage'),
    email: text('email'),
    iris: [
      ...concepts.flatMap(({ iri }) => iri ?? []),
      ...(type === 'Standard' ? irisOfStandard([...all, ...(acronym === null ? [] : [acronym])]) : []),
    ],
    identifiers,
  };
}

const conceptOf = (scheme: ConceptScheme, code: string | null) => {
  const concept = code === null ? undefined : scheme.concepts[code];
  return concept ? [concept] : [];
};
