/** A thing as the JSON-LD that search engines read, in one language. */
import { inLanguage, type LanguageTag } from '../../resource/text';
import { catalogueThing } from './collection';
import { isText, isThing, type Text, type Thing, type Value } from './thing';

/** What the data in a page depend on beside the record. */
export interface StructuredOptions {
  readonly language: LanguageTag;
  /** The catalogue in which a dataset is; null if no record describes one. */
  readonly catalogue: NamedCatalogue | null;
}

/** A catalogue of data with its name in the reader's language. */
export interface NamedCatalogue {
  readonly iri: string;
  readonly name: string;
}

type Json = Record<string, unknown>;

/** Google reads descriptions of 50 to 5000 characters. */
const shortest = 50;
const longest = 5000;

/** What the profiles of Bioschemas demand, by the type of a thing. https://bioschemas.org/profiles/ */
const bioschemas: Readonly<Record<string, { readonly iri: string; readonly needs: readonly string[] }>> = {
  Dataset: {
    iri: 'https://bioschemas.org/profiles/Dataset/1.0-RELEASE',
    needs: ['description', 'identifier', 'keywords', 'license', 'name', 'url'],
  },
  DataCatalog: {
    iri: 'https://bioschemas.org/profiles/DataCatalog/0.3-RELEASE-2019_07_01',
    needs: ['description', 'keywords', 'name', 'provider', 'url'],
  },
};

export function structuredData(thing: Thing, options: StructuredOptions): Json {
  const data = jsonOf(thing, options.language);
  return {
    '@context': 'https://schema.org/',
    ...conforming(thing.type, thing.type === 'Dataset' ? dataset(data, thing, options) : data),
  };
}

/** The data; where they have all that a profile of Bioschemas demands, with the profile. */
function conforming(type: string, data: Json): Json {
  const profile = bioschemas[type];
  if (!profile?.needs.every((name) => data[name] !== undefined)) return data;
  return {
    ...data,
    'http://purl.org/dc/terms/conformsTo': { '@type': 'CreativeWork', '@id': profile.iri },
  };
}

function jsonOf({ iri, type, values }: Thing, language: LanguageTag): Json {
  const json: Json = { '@type': type, ...(iri !== null && { '@id': iri }) };
  for (const [name, all] of values) {
    const written = distinct(readable(all, language).map((value) => jsonValue(value, language)));
    if (written.length > 0) json[name] = written.length === 1 ? written[0] : written;
  }
  if (iri !== null) json.url ??= iri;
  return json;
}

const jsonValue = (value: Value, language: LanguageTag): unknown =>
  isThing(value) ? jsonOf(value, language) : isText(value) ? value.text : value.iri;

const distinct = (values: readonly unknown[]): unknown[] => [...new Set(values)];

/** Of texts, those in the language and those of none; where there is none of either, those in another one. */
function readable(values: readonly Value[], language: LanguageTag): Value[] {
  const texts = values.filter(isText);
  const others = values.filter((value) => !isText(value));
  const tagged = texts.filter((text) => text.language !== undefined);
  const untagged = texts.filter((text) => text.language === undefined);
  return [...others, ...untagged, ...inOne(tagged, language)];
}

function inOne(texts: readonly Text[], language: LanguageTag): Text[] {
  const tags = texts.map(({ language: tag = '' }) => [tag, tag] as const);
  const shown = inLanguage(Object.fromEntries(tags), language);
  return texts.filter((text) => text.language === shown);
}

function dataset(data: Json, { iri }: Thing, { catalogue }: StructuredOptions): Json {
  const files = [data.distribution ?? []].flat().filter(hasFile);
  const complete: Json = {
    ...data,
    description: describing(data),
    identifier: [...[data.identifier ?? []].flat(), iri],
    distribution: files,
    ...(catalogue && { includedInDataCatalog: catalogueThing(catalogue) }),
  };
  if (files.length === 0) delete complete.distribution;
  if (complete.description === undefined) delete complete.description;
  return complete;
}

/** A file has an address of its own; a page that leads to it is no download. */
const hasFile = (distribution: unknown): boolean => (distribution as Json).contentUrl !== undefined;

/** The description; where it is too short to be read, with what else the record says: its names, kind and keywords. */
function describing({
  name,
  alternateName,
  additionalType,
  keywords,
  description,
}: Json): string | undefined {
  const texts = (...values: unknown[]): string[] => values.flat().filter((each) => typeof each === 'string');
  const own = texts(description);
  const names = texts(name, alternateName).join(', ');
  const longer = [own, texts(additionalType, own), texts(additionalType, keywords, own)]
    .filter((parts) => parts.length > 0)
    .map((parts) => `${names}: ${parts.join('; ')}`);
  const candidates = [...own, ...longer];
  return (candidates.find(({ length }) => length >= shortest) ?? candidates.at(-1))?.slice(0, longest);
}
