/** What other publishers write instead of the properties of our declarations. */
import {
  adms,
  csvw,
  cv,
  dcat,
  dct,
  foaf,
  org,
  rdfs,
  schema,
  skos,
  vcard,
  xsd,
} from '../../vocabulary/namespaces';

const pav = (name: string) => `http://purl.org/pav/${name}`;
const owl = (name: string) => `http://www.w3.org/2002/07/owl#${name}`;
const time = (name: string) => `http://www.w3.org/2006/time#${name}`;
const healthDcat = (name: string) => `http://healthdataportal.eu/ns/health#${name}`;

/** Names of things, whatever they are. */
const names = [
  dct('title'),
  foaf('name'),
  vcard('fn'),
  skos('prefLabel'),
  schema('name'),
  rdfs('label'),
  vcard('organization-name'),
  'http://purl.org/dc/elements/1.1/title',
];

/** Ways of writing an address of e-mail. */
export const emails = [vcard('hasEmail'), foaf('mbox'), cv('email'), schema('email'), vcard('email')];

/** Ways of pointing to a page about something. */
export const pages = [
  foaf('homepage'),
  vcard('hasURL'),
  cv('contactPage'),
  schema('url'),
  foaf('workplaceHomepage'),
  vcard('url'),
];

export const telephones = [
  vcard('hasTelephone'),
  cv('telephone'),
  foaf('phone'),
  schema('telephone'),
  vcard('tel'),
];

export const nameProperties: readonly string[] = names;

const instead: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(names.map((name) => [name, names])),
  [csvw('title')]: [csvw('titles'), ...names],
  [csvw('table')]: [],
  [dct('description')]: [schema('description'), 'http://purl.org/dc/elements/1.1/description'],
  [dct('creator')]: [schema('creator'), schema('author')],
  [dct('publisher')]: [schema('publisher')],
  [dct('alternative')]: [schema('alternateName')],
  [dct('issued')]: [schema('datePublished')],
  [dct('license')]: [schema('license')],
  [dct('language')]: [schema('inLanguage')],
  [dct('temporal')]: [schema('temporalCoverage')],
  [dct('spatial')]: [schema('spatialCoverage')],
  [dct('type')]: [org('classification')],
  [org('classification')]: [dct('type')],
  [dcat('keyword')]: [schema('keywords')],
  [dcat('version')]: [
    owl('versionInfo'),
    schema('version'),
    pav('version'),
    dct('hasVersion'),
    adms('version'),
  ],
  [dcat('startDate')]: [schema('startDate'), time('hasBeginning'), time('inXSDDate')],
  [dcat('endDate')]: [schema('endDate'), time('hasEnd'), time('inXSDDate')],
  [dcat('landingPage')]: [foaf('homepage'), schema('url')],
  [dcat('distribution')]: [schema('distribution')],
  [dcat('dataset')]: [schema('dataset')],
  [dcat('accessURL')]: [schema('url')],
  [dcat('downloadURL')]: [schema('contentUrl')],
  [dcat('mediaType')]: [schema('encodingFormat')],
  [dcat('byteSize')]: [schema('contentSize')],
  [dcat('contactPoint')]: [dct('contactPoint'), adms('contactPoint'), schema('contactPoint')],
  [foaf('homepage')]: [foaf('page'), vcard('hasURL'), schema('url'), dcat('landingPage')],
  [vcard('hasURL')]: pages,
  [vcard('hasEmail')]: emails,
  [vcard('locality')]: [vcard('hasLocality'), schema('addressLocality')],
  [rdfs('label')]: names,
  [healthDcat('hasCodingSystem')]: [],
  [xsd('date')]: [],
};

const ways = new Map(
  Object.entries(instead).map(([property, others]) => [property, [...new Set([property, ...others])]]),
);

/** A property, and those that are read in its place where it is missing. */
export const equivalentProperties = (property: string): readonly string[] => ways.get(property) ?? [property];
