/** How a record is cited: in words, and for reference managers. Made only of what the record states. */
import type { Description } from '../../resource/description';
import { dcat, dct, schema } from '../../vocabulary/namespaces';
import type { RecordAnswer } from './answered';
import { siteName } from './site';

/** What a citation is made of. */
export interface Citation {
  readonly key: string;
  readonly title: string;
  readonly year: string | null;
  readonly version: string | null;
  readonly doi: string | null;
  readonly url: string;
  /** What it is, in the terms of RIS. */
  readonly type: string;
}

/** RIS types by the RDF class of the record. https://en.wikipedia.org/wiki/RIS_(file_format) */
const types: Readonly<Record<string, string>> = {
  [dcat('Dataset')]: 'DATA',
  [schema('ScholarlyArticle')]: 'JOUR',
  [schema('SoftwareSourceCode')]: 'COMP',
};

export function citationOf(description: Description, record: RecordAnswer): Citation {
  const stated = (predicate: string): string | null => {
    const attribute = description.attributes.find(({ term }) => term?.predicate === predicate);
    const value = attribute && record[attribute.name];
    return typeof value === 'string' ? value : null;
  };
  return {
    key: `${description.path}-${record.slug}`,
    title: record.name,
    year: stated(dct('issued'))?.slice(0, 4) ?? null,
    version: stated(dcat('version')),
    doi: record.identifiers.find(({ scheme }) => scheme === 'DOI')?.value ?? null,
    url: record.iri,
    type: types[description.term] ?? 'GEN',
  };
}

/** In one line: title, year, version, DOI, and where it was found. */
export const inWords = ({ title, year, version, doi, url }: Citation): string =>
  [
    `${title}${year === null ? '' : ` (${year})`}.`,
    ...(version === null ? [] : [`Version ${version}.`]),
    ...(doi === null ? [] : [`https://doi.org/${doi}.`]),
    `${siteName}: ${url}`,
  ].join(' ');

/** The signs that mean something to TeX. */
const special: Readonly<Record<string, string>> = { '\\': '\\textbackslash{}', '~': '\\~{}', '^': '\\^{}' };
const tex = (text: string): string => text.replace(/[\\{}$&#%_~^]/g, (sign) => special[sign] ?? `\\${sign}`);

export function bibTex({ key, title, year, version, doi, url }: Citation): string {
  const fields = [
    ['title', `{${tex(title)}}`],
    ['year', year],
    ['version', version && tex(version)],
    ['doi', doi],
    ['url', url],
    ['howpublished', siteName],
  ].filter((field): field is [string, string] => field[1] != null);
  return `@misc{${key},\n${fields.map(([name, value]) => `  ${name} = {${value}}`).join(',\n')}\n}`;
}

export const ris = ({ type, title, year, version, doi, url }: Citation): string =>
  [
    ['TY', type],
    ['TI', title],
    ['PY', year],
    ['ET', version],
    ['DO', doi],
    ['UR', url],
    ['DP', siteName],
    ['ER', ''],
  ]
    .flatMap(([tag, value]) => (value == null ? [] : [`${tag ?? ''}  - ${value.replace(/\s+/g, ' ')}`]))
    .join('\n');
