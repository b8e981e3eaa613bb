/** What is said of FHIR documents, with the path of the element. */
import { findingsOf, type Finding, type FindingFacts, type FindingText } from '../finding';

const texts = {
  'fhir-xml': {
    severity: 'ERROR',
    message: {
      de: 'Das ist FHIR in XML; gelesen wird FHIR in JSON.',
      en: 'This is FHIR in XML; FHIR in JSON is read.',
    },
    remedy: {
      de: 'JSON angeben: Server geben es unter derselben Adresse mit „_format=json“ oder „Accept: application/fhir+json“.',
      en: 'Give JSON: servers answer it at the same address with "_format=json" or "Accept: application/fhir+json".',
    },
  },
  'fhir-unreadable': {
    severity: 'ERROR',
    message: {
      de: 'Das ist kein wohlgeformtes JSON: {reasonDe}.',
      en: 'This is no well-formed JSON: {reasonEn}.',
    },
    remedy: {
      de: 'Dort berichtigen, wo es entsteht; in NDJSON steht je Zeile eine ganze Ressource.',
      en: 'Mend it where it is made; in NDJSON, each line has one whole resource.',
    },
  },
  'fhir-no-resource': {
    severity: 'ERROR',
    message: {
      de: '{path}: Das ist keine Ressource von FHIR: „resourceType“ fehlt.',
      en: '{path}: This is no resource of FHIR: "resourceType" is missing.',
    },
    remedy: {
      de: 'Die Adresse oder Datei einer Ressource oder eines Bundles angeben.',
      en: 'Give the address or file of a resource or a Bundle.',
    },
  },
  'fhir-bundle-not-read': {
    severity: 'ERROR',
    message: {
      de: 'Ein Bundle der Art „{value}“ sagt nicht, was jetzt gilt; es wurde nicht gelesen.',
      en: 'A Bundle of the type "{value}" does not say what holds now; it was not read.',
    },
    remedy: {
      de: 'Ein Bundle der Art searchset, collection oder transaction angeben.',
      en: 'Give a Bundle of the type searchset, collection or transaction.',
    },
  },
  'fhir-fewer-than-total': {
    severity: 'ERROR',
    message: {
      de: 'Die Suche gibt {stated} Treffer an (Bundle.total), und ihre Seiten haben {found}.',
      en: 'The search states {stated} matches (Bundle.total), and its pages have {found}.',
    },
    remedy: {
      de: 'Der Betreiber muss klären, welche Seiten welche auslassen; bis dahin gilt nichts als verschwunden.',
      en: 'Its operator has to find out which pages leave some out; until then nothing counts as vanished.',
    },
  },
  'fhir-outcome': {
    severity: 'WARNING',
    message: {
      de: '{path}: Der Server meldet ein Problem ({value}).',
      en: '{path}: The server reports a problem ({value}).',
    },
    remedy: { de: 'Der Betreiber des Servers weiß mehr.', en: 'The operator of the server knows more.' },
  },
  'fhir-resource-left-out': {
    severity: 'INFO',
    message: {
      de: '{value} ({number}×) wurde nicht gelesen: Diese Ressourcen haben hier keinen Platz.',
      en: '{value} ({number}×) was not read: there is no place here for these resources.',
    },
    remedy: { de: 'Nichts zu tun.', en: 'Nothing has to be done.' },
  },
  'fhir-no-data-collection': {
    severity: 'INFO',
    message: {
      de: '{path}: Diese Library ist keine Sammlung von Daten (asset-collection); sie wurde nicht gelesen.',
      en: '{path}: This Library is no collection of data (asset-collection); it was not read.',
    },
    remedy: {
      de: 'Nichts zu tun; beschreibt sie Daten, dann „type“ auf asset-collection setzen.',
      en: 'Nothing has to be done; if it describes data, set its "type" to asset-collection.',
    },
  },
  'fhir-entered-in-error': {
    severity: 'INFO',
    message: {
      de: '{path}: Die Ressource gilt als irrtümlich eingetragen; sie wurde nicht gelesen.',
      en: '{path}: The resource is marked as entered in error; it was not read.',
    },
    remedy: { de: 'Nichts zu tun.', en: 'Nothing has to be done.' },
  },
  'fhir-no-place': {
    severity: 'INFO',
    message: {
      de: 'Für {path} gibt es hier keinen Platz ({number}×).',
      en: 'There is no place here for {path} ({number}×).',
    },
    remedy: { de: 'Nichts zu tun.', en: 'Nothing has to be done.' },
  },
  'fhir-wrong-type': {
    severity: 'WARNING',
    message: {
      de: '{path}: Hier gehört {takes} hin; der Wert wurde ausgelassen.',
      en: '{path}: {takes} belongs here; the value was left out.',
    },
    remedy: {
      de: 'So schreiben, wie FHIR R4 es vorgibt (https://hl7.org/fhir/R4/).',
      en: 'Write it as FHIR R4 demands (https://hl7.org/fhir/R4/).',
    },
  },
  'fhir-name-missing': {
    severity: 'ERROR',
    message: {
      de: '{path} fehlt: Ohne Namen kommt die Ressource nicht herein.',
      en: '{path} is missing: without a name the resource cannot come in.',
    },
    remedy: { de: 'Den Namen angeben.', en: 'State the name.' },
  },
  'fhir-unidentified': {
    severity: 'ERROR',
    message: {
      de: '{path}: Die Ressource hat weder „id“ noch „identifier“ mit System und Wert; sie wäre beim nächsten Mal nicht wiederzuerkennen.',
      en: '{path}: The resource has neither an "id" nor an "identifier" with system and value; it could not be recognised the next time.',
    },
    remedy: { de: 'Eine „id“ angeben.', en: 'State an "id".' },
  },
  'fhir-contained-missing': {
    severity: 'WARNING',
    message: {
      de: '{path}: „{value}“ verweist auf eine enthaltene Ressource, und „contained“ hat keine mit dieser „id“.',
      en: '{path}: "{value}" refers to a contained resource, and "contained" has none with this "id".',
    },
    remedy: {
      de: 'Die Ressource mit dieser „id“ in „contained“ aufnehmen, oder den Verweis berichtigen.',
      en: 'Add the resource with this "id" to "contained", or correct the reference.',
    },
  },
  'fhir-inline-data': {
    severity: 'INFO',
    message: {
      de: '{path}: Daten in der Ressource selbst werden nicht übernommen.',
      en: '{path}: Data within the resource itself are not taken over.',
    },
    remedy: {
      de: 'Nichts zu tun; wer auf die Datei verweisen will, gibt „url“ an.',
      en: 'Nothing has to be done; to point at the file, state its "url".',
    },
  },
} as const satisfies Readonly<Record<string, FindingText>>;

const finding = findingsOf('mapping', texts as Readonly<Record<keyof typeof texts, FindingText>>);

/** A part of the source that could not be read: then nothing of it counts as vanished. */
const unread: ReadonlySet<string> = new Set([
  'fhir-xml',
  'fhir-unreadable',
  'fhir-no-resource',
  'fhir-bundle-not-read',
  'fhir-fewer-than-total',
]);

export type FhirFindingId = keyof typeof texts;

export const fhirFinding = (id: FhirFindingId, facts: FindingFacts): Finding => {
  const found = finding(id, facts);
  return unread.has(id) ? { ...found, kind: 'fetch' } : found;
};
