/** What the fields of a template mean, in German. The meaning in English is that of the schema. */

import type { Label } from '../../vocabulary/label';

/** By class and field, or by the field where it means the same in all classes. */
const meanings: Readonly<Record<string, string>> = {
  slug: 'Lesbarer Schlüssel, je Klasse nur einmal; er bleibt, auch wenn sich der Name ändert, und ist ein Teil der Webadresse.',
  name: 'Name in einer Sprache.',
  description: 'Beschreibung in einer Sprache.',
  homepage: 'Seite im Web.',
  acronym: 'Gebräuchliche Kurzform, etwa GECCO.',
  keywords: 'Schlagwörter.',
  licence: 'Lizenz, unter der es genutzt werden darf.',
  languages: 'Sprachen, in denen die Daten sind.',
  contact: 'Die Stelle, an die man sich wendet.',
  otherNames: 'Frühere und andere Namen, mit der Zeit, in der sie galten, soweit das bekannt ist.',
  identifiers: 'Kennungen, die andere vergeben haben, etwa ROR oder DOI.',
  startsOn:
    'Der erste Tag, an dem das gilt, wenn er angegeben ist. Ein Tag, an dem es nur zu sehen war, ist kein Beginn.',
  endsOn: 'Der letzte Tag, an dem das gilt, wenn er angegeben ist.',
  roleNote: 'Die Rolle in den Worten der Quelle.',

  'Dataset.kind': 'Was für ein Datensatz das ist.',
  'Dataset.themes': 'Welche Arten von Daten darin sind.',
  'Dataset.accessRights': 'Wer ihn nutzen darf.',
  'Dataset.dataThemes':
    'Seine Themen in der Liste, nach der die Datenportale der Europäischen Union ordnen, etwa HEAL für Gesundheit.',
  'Dataset.types': 'Seine Arten in der Liste der Europäischen Union, neben der „Art“.',
  'Dataset.frequency': 'Wie oft er aktualisiert wird.',
  'Dataset.provenance': 'Woher die Daten stammen und was mit ihnen geschehen ist.',
  legislation: 'Rechtsakte, die dafür gelten, als IRI nach dem European Legislation Identifier (ELI).',
  'Dataset.accessProcedure': 'Wie man Zugang bekommt.',
  'Dataset.temporalCoverage': 'Die Zeit, aus der die Daten sind.',
  'Dataset.spatialCoverage': 'Das Gebiet, aus dem die Daten sind.',
  'Dataset.countries': 'Die Länder, aus denen die Daten sind.',
  'Dataset.places':
    'Weitere Orte, aus denen die Daten sind, als IRI von GeoNames oder der europäischen Gebietseinheiten (NUTS).',
  'Dataset.numberOfRecords': 'Zahl der Einträge.',
  'Dataset.numberOfUniqueIndividuals': 'Zahl der verschiedenen Personen, deren Daten darin sind.',
  'Dataset.sizeAsStated': 'Umfang und Inhalt in den Worten der Quelle, mit dem Tag, für den das gilt.',
  'Dataset.issuedOn': 'Wann er zuerst veröffentlicht wurde.',
  'Dataset.version': 'Version.',
  'Dataset.versionNotes': 'Was in dieser Version neu ist.',
  'Dataset.healthCategories':
    'Kategorien von Gesundheitsdaten des Europäischen Gesundheitsdatenraums, zu denen er gehört.',
  'Dataset.healthThemes': 'Gebiete der Gesundheit, um die es geht.',
  'Dataset.hasStructuredData':
    'Ja, wenn die Daten in Tabellen sind, deren Variablen man beschreiben kann; nein, wenn nicht; leer, wenn es nicht bekannt ist.',
  'Dataset.codingSystems': 'Systeme von Codes und Begriffen, die die Daten verwenden.',
  'Dataset.codeValues': 'Codes dieser Systeme, die sagen, wovon die Daten handeln, etwa U07.1.',
  'Dataset.activities': 'Tätigkeiten, durch die die Daten entstanden sind.',
  'Dataset.minTypicalAge': 'Übliches Alter der jüngsten Personen darin, in Jahren.',
  'Dataset.maxTypicalAge': 'Übliches Alter der ältesten Personen darin, in Jahren.',
  'Dataset.populationCoverage': 'Die Bevölkerung, deren Daten darin sind, in Worten.',
  'Dataset.retentionPeriod': 'Die Zeit, in der die Daten aufbewahrt werden.',
  'Dataset.purposes': 'Zwecke, für die die Daten genutzt werden dürfen.',
  'Dataset.purposeAsStated': 'Zwecke, für die die Daten genutzt werden dürfen, in den Worten der Quelle.',
  'Dataset.legalBases': 'Rechtsgrundlagen der Verarbeitung in der Datenschutz-Grundverordnung (DSGVO).',
  'Dataset.legalBasis': 'Rechtsgrundlage der Verarbeitung in den Worten der Quelle.',
  'Dataset.personalData': 'Arten personenbezogener Daten darin.',
  temporalResolution:
    'Der kleinste zeitliche Abstand zweier Werte darin, als Dauer nach ISO 8601, etwa P1D für einen Tag.',
  'Dataset.qualityCertificates':
    'Zertifikate über die Qualität der Daten, als IRI: am besten die Webadressen, unter denen man sie sieht.',

  'Distribution.compressFormat':
    'Medientyp der Form, in der die Datei komprimiert ist, etwa application/gzip.',
  'Distribution.packageFormat':
    'Medientyp der Form, in der mehrere Dateien zusammengepackt sind, etwa application/zip.',
  'Distribution.content':
    'Was darin statt der Daten ist: eine Probe davon oder Auswertungen. Leer für die Daten selbst, und wenn es nicht bekannt ist.',
  'Distribution.kind': 'Welche Art von Weg zu den Daten das ist.',
  'Distribution.dataset': 'Der Datensatz.',
  'Distribution.accessUrl': 'Seite, von der aus man zu den Daten kommt.',
  'Distribution.downloadUrl': 'Adresse der Datei selbst.',
  'Distribution.mediaType': 'Medientyp, etwa text/csv.',
  'Distribution.licence': 'Lizenz, unter der die Daten auf diesem Weg angeboten werden.',
  'Distribution.rights': 'Was sonst über die Nutzungsrechte gesagt wird.',
  'Distribution.format':
    'Format der Datei in der Liste der Europäischen Union; leer, wenn es keine Datei gibt.',
  'Distribution.availability': 'Wie lange sie voraussichtlich verfügbar ist.',
  'Distribution.status': 'Wie ausgereift sie ist.',
  'Distribution.languages': 'Sprachen, in denen sie ist.',
  'Distribution.byteSize': 'Größe der Datei in Byte; leer, wenn es keine Datei gibt.',
  'Distribution.checksum': 'Prüfsumme der Datei, mit der sich ein Download prüfen lässt.',

  'DataTable.dataset': 'Der Datensatz, zu dem sie gehört.',
  'DataTable.url':
    'Adresse der Tabelle selbst, etwa einer CSV-Datei; leer, wenn man die Daten nicht unter einer Adresse bekommt.',
  'Variable.columnName': 'Wie die Spalte in der Tabelle selbst heißt, etwa age_group.',
  'Variable.table': 'Die Tabelle, deren Spalte sie ist.',
  'Variable.datatype':
    'Datentyp der Werte, wie ihn CSV on the Web nennt, etwa string, integer, decimal, boolean oder date.',
  'Variable.propertyUrl': 'Was die Variable bedeutet, als IRI eines Begriffs, etwa aus LOINC oder SNOMED CT.',

  'Provision.agent': 'Wer dahinter steht.',
  'Provision.offer': 'Der Datensatz, der Dienst oder die Software.',
  'Provision.role': 'In welcher Rolle.',
  'Conformance.subject': 'Was dem Standard folgt.',
  'Conformance.standard': 'Der Standard.',
  'Relation.from': 'Das, wovon etwas gesagt wird.',
  'Relation.to': 'Das, womit es zusammenhängt.',
  'Relation.role': 'Was das eine für das andere ist.',
  'Relation.roleNote': 'Der Zusammenhang in den Worten der Quelle.',
};

const ofClasses: Readonly<Record<string, string>> = {
  Dataset: 'Eine Sammlung von Daten, von der man weiß, wer sie hat und wie man sie nutzen kann.',
  Distribution: 'Ein Weg, auf dem man zu den Daten eines Datensatzes kommt, etwa eine Datei oder ein Antrag.',
  DataTable: 'Eine Tabelle eines Datensatzes, deren Variablen man beschreiben kann.',
  Variable: 'Eine Spalte einer Tabelle.',
  Provision: 'Wer hinter einem Datensatz, einem Dienst oder einer Software steht, und in welcher Rolle.',
  Conformance: 'Dass etwas einem Standard folgt.',
  Relation: 'Wie zwei Einträge zusammenhängen.',
};

/** What a field means in both languages: in English where only that is written. */
export const meaningOf = (type: string, { name, about }: { name: string; about: string }): Label => ({
  de: meanings[`${type}.${name}`] ?? meanings[name] ?? about,
  en: about,
});

/** What a class means in both languages. */
export const meaningOfClass = ({ type, about }: { type: string; about: string }): Label => ({
  de: ofClasses[type] ?? about,
  en: about,
});
