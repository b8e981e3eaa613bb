/** JSON-LD contexts that others publish and many documents name: as far as metadata need them, so that none has to be fetched. */
import { dcat, dct, foaf, org, skos, vcard } from '../../vocabulary/namespaces';
import type { JsonLdContextDocument } from './json-ld';

const nodes = (names: string, namespace: (name: string) => string) =>
  Object.fromEntries(names.split(' ').map((name) => [name, { '@id': namespace(name), '@type': '@id' }]));
const values = (names: string, namespace: (name: string) => string) =>
  Object.fromEntries(names.split(' ').map((name) => [name, namespace(name)]));

const schema = (name: string) => `http://schema.org/${name}`;
const pod = (name: string) => `https://project-open-data.cio.gov/v1.1/schema#${name}`;

/** Texts and addresses are told apart by schema.org's own context; what is no address for sure stays a text. */
const schemaOrg: JsonLdContextDocument = {
  '@context': {
    '@vocab': schema(''),
    schema: schema(''),
    id: '@id',
    type: '@type',
    ...nodes('contentUrl url sameAs', schema),
  },
};

/** Project Open Data 1.1, the `data.json` of Socrata and of data.gov. https://resources.data.gov/resources/dcat-us/ */
const projectOpenData: JsonLdContextDocument = {
  '@context': {
    '@vocab': dcat(''),
    dcat: dcat(''),
    dct: dct(''),
    foaf: foaf(''),
    org: org(''),
    pod: pod(''),
    skos: skos(''),
    vcard: vcard(''),
    ...values(
      'accrualPeriodicity conformsTo description format identifier isPartOf issued language license modified references rights spatial temporal title',
      dct,
    ),
    ...values('accessLevel bureauCode dataQuality primaryITInvestmentUII programCode systemOfRecords', pod),
    ...values('keyword theme mediaType', dcat),
    ...nodes('dataset distribution accessURL downloadURL landingPage', dcat),
    publisher: { '@id': dct('publisher'), '@type': '@id' },
    contactPoint: { '@id': dcat('contactPoint'), '@type': '@id' },
    subOrganizationOf: { '@id': org('subOrganizationOf'), '@type': '@id' },
    describedBy: { '@id': pod('describedBy'), '@type': '@id' },
    name: foaf('name'),
    fn: vcard('fn'),
    hasEmail: vcard('hasEmail'),
  },
};

const known: readonly (readonly [address: RegExp, context: JsonLdContextDocument])[] = [
  [/^https?:\/\/(?:www\.)?schema\.org\/?(?:docs\/jsonldcontext\.json(?:ld)?)?$/, schemaOrg],
  [/^https?:\/\/project-open-data\.cio\.gov\/v1\.1\/schema\/(?:catalog|data)\.jsonld$/, projectOpenData],
];

/** @param address by which a document names it */
export const publicContext = (address: string): JsonLdContextDocument | undefined =>
  known.find(([pattern]) => pattern.test(address))?.[1];
