/** What is said of records that could not come in as they were. */
import { findingsOf, type FindingText } from '../finding';

const texts = {
  'record-refused': {
    severity: 'ERROR',
    message: {
      de: '{key} kam nicht herein: {reasonDe}',
      en: '{key} could not come in: {reasonEn}',
    },
    remedy: { de: 'In der Quelle berichtigen: {howDe}', en: 'Correct it in the source: {howEn}' },
  },
  'value-left-out': {
    severity: 'WARNING',
    message: {
      de: 'Das Feld „{field}“ von {key} wurde ausgelassen: {reasonDe}',
      en: 'The field "{field}" of {key} was left out: {reasonEn}',
    },
    remedy: { de: 'In der Quelle berichtigen: {howDe}', en: 'Correct it in the source: {howEn}' },
  },
  'class-not-allowed': {
    severity: 'WARNING',
    message: {
      de: 'Diese Quelle darf keine Datensätze der Klasse {type} angeben.',
      en: 'This source may not state records of the class {type}.',
    },
    remedy: {
      de: 'In SOURCES_FILE unter „mayState“ erlauben, wenn sie es soll.',
      en: 'Allow it under "mayState" in SOURCES_FILE if it shall.',
    },
  },
  'field-not-allowed': {
    severity: 'INFO',
    message: {
      de: 'Diese Quelle darf das Feld „{field}“ von {type} nicht angeben.',
      en: 'This source may not state the field "{field}" of {type}.',
    },
    remedy: {
      de: 'In SOURCES_FILE unter „mayState“ erlauben, wenn sie es soll.',
      en: 'Allow it under "mayState" in SOURCES_FILE if it shall.',
    },
  },
  'record-repeated': {
    severity: 'WARNING',
    message: {
      de: '{key} steht mehrmals in der Quelle, und nicht überall gleich. Es gilt, was zuerst steht.',
      en: '{key} stands several times in the source, and differently. What stands first holds.',
    },
    remedy: { de: 'Die Angaben zusammenführen.', en: 'Merge them into one.' },
  },
  'record-unidentified': {
    severity: 'ERROR',
    message: {
      de: 'Ein Datensatz der Klasse {type} lässt sich nicht benennen: Es fehlen Adresse und Name.',
      en: 'A record of the class {type} cannot be named: it has neither an address nor a name.',
    },
    remedy: { de: 'Ihm eine Webadresse geben.', en: 'Give it a web address.' },
  },
  'withdrawal-prevented': {
    severity: 'WARNING',
    message: {
      de: '{key} kann nicht zurückgezogen werden: {by} verweist darauf, wie „{origin}“ angibt.',
      en: '{key} cannot be withdrawn: {by} refers to it, as "{origin}" states.',
    },
    remedy: { de: 'Zuerst {by} ändern.', en: 'Change {by} first.' },
  },
} as const satisfies Readonly<Record<string, FindingText>>;

export const mappingFinding = findingsOf(
  'mapping',
  texts as Readonly<Record<keyof typeof texts, FindingText>>,
);

const linkTexts = {
  'mention-doubtful': {
    severity: 'INFO',
    message: {
      de: '„{name}“ ist vielleicht {candidate}: {reasonDe} Es wurde nicht verknüpft.',
      en: '"{name}" may be {candidate}: {reasonEn} It was not linked.',
    },
    remedy: {
      de: 'Mit „num-gateway links review“ entscheiden.',
      en: 'Decide with "num-gateway links review".',
    },
  },
  'decision-without-record': {
    severity: 'WARNING',
    message: {
      de: 'Entschieden ist, dass „{name}“ {key} ist; das gibt es aber nicht. Die Entscheidung bewirkt nichts.',
      en: 'It was decided that "{name}" is {key}, which is not there. The decision does nothing.',
    },
    remedy: {
      de: 'In LINKS_FILE „record“ berichtigen, oder die Entscheidung herausnehmen.',
      en: 'Correct "record" in LINKS_FILE, or take the decision away.',
    },
  },
  'mention-unusable': {
    severity: 'WARNING',
    message: {
      de: 'Der Verweis „{field}“ auf „{name}“ wurde ausgelassen: {reasonDe}',
      en: 'The reference "{field}" to "{name}" was left out: {reasonEn}',
    },
    remedy: {
      de: 'Eine Kennung angeben (ROR, DOI, Wikidata) oder mehr davon beschreiben.',
      en: 'State an identifier (ROR, DOI, Wikidata), or describe more of it.',
    },
  },
} as const satisfies Readonly<Record<string, FindingText>>;

export const linkFinding = findingsOf(
  'link',
  linkTexts as Readonly<Record<keyof typeof linkTexts, FindingText>>,
);

export const personFinding = findingsOf('person', {
  'person-left-out': {
    severity: 'INFO',
    message: {
      de: 'Eine Person im Feld „{field}“ wurde nicht gespeichert.',
      en: 'An individual in the field "{field}" was not stored.',
    },
    remedy: {
      de: 'Eine Stelle angeben, etwa ein Sekretariat, oder der Quelle in SOURCES_FILE „persons: true“ erlauben.',
      en: 'State an office instead, or allow the source "persons: true" in SOURCES_FILE.',
    },
  },
} as const satisfies Readonly<Record<string, FindingText>>);
