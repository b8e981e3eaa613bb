/** I: metadata can be combined with others. */
import { dct, prov } from '../../../vocabulary/namespaces';
import { any, type FairTest } from '../fair-test';

/** Properties that relate a dataset to other things, not to who stands behind it. */
const relations = [
  ...[
    'isReferencedBy',
    'references',
    'relation',
    'source',
    'isPartOf',
    'hasPart',
    'hasVersion',
    'isVersionOf',
  ],
  ...['replaces', 'isReplacedBy', 'requires', 'isRequiredBy', 'conformsTo'],
]
  .map((name) => dct(name))
  .concat(prov('wasDerivedFrom'), prov('wasGeneratedBy'));

/** The beginnings of vocabularies that registries know: DCAT, Dublin Core, PROV, SKOS, ADMS, FOAF, vCard, HealthDCAT-AP. */
const registered =
  /^(?:http:\/\/www\.w3\.org\/ns\/(?:dcat|prov|adms|dqv|odrl|org)|http:\/\/purl\.org\/dc\/terms\/|http:\/\/www\.w3\.org\/2004\/02\/skos\/|http:\/\/xmlns\.com\/foaf\/|http:\/\/www\.w3\.org\/2006\/vcard\/|https?:\/\/schema\.org\/|http:\/\/healthdataportal\.eu\/ns\/health#|https:\/\/w3id\.org\/dpv)/;

const test = (id: string, about: FairTest['about'], judge: FairTest['judge']): FairTest => ({
  id,
  metric: id.replace(/-\d$/, ''),
  principle: 'INTEROPERABLE',
  points: 2,
  about,
  judge,
});

export const interoperable: readonly FairTest[] = [
  test(
    'FsF-I1-01M-2',
    {
      de: 'Den Eintrag gibt es als RDF, in Turtle, JSON-LD und weiteren Formaten.',
      en: 'The record is available as RDF, in Turtle, JSON-LD and other formats.',
    },
    (statements) => any(statements.of(dct('identifier')), [dct('identifier')]),
  ),
  test(
    'FsF-I2-01M-2',
    {
      de: 'Die Eigenschaften sind aus eingetragenen Vokabularen.',
      en: 'The properties are those of registered vocabularies.',
    },
    (statements) =>
      any(statements.of(...statements.properties.filter((property) => registered.test(property))), [
        dct('title'),
      ]),
  ),
  test(
    'FsF-I3-01M-2',
    {
      de: 'Der Eintrag verweist auf Verwandtes, etwa auf eine Publikation oder einen Standard, mit der Art der Beziehung.',
      en: 'The record refers to related things, such as a publication or standard, with the kind of the relation.',
    },
    (statements) => any(statements.of(...relations), [dct('conformsTo')]),
  ),
];
