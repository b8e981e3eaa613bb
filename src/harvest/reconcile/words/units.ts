/** Departments, and words that say that a name is more than a department of what it contains. */

const units =
  /^(?:instituts?|institute|kliniken?|clinic|poliklinik|abteilung|department|dept|division|section|sektion|lehrstuhl|chair|unit|einheit|team|group|facility|referat|campus|standort|diz|labor|laboratory|apotheke|biobank|fachgebiet|treuhandstelle|ag)$|(?:zentrum|zentrums|institut|stelle|abteilung|gruppe|bereich|klinik|direktion|team|buro)$/;
const english = /^(?:center|centre)$/;
const specialities =
  /(?:logie|logy|iatrie|iatry|iatrics|medizin|medicine|informatik|informatics|chirurgie|surgery|chemie|chemistry|genetik|genetics|biometrie|biometry|statistik|statistics|krankheiten|diseases|heilkunde|hygiene|anatomie|pharmazie)$|^(?:medizinische[nr]?|klinische[nr]?|innere[nr]?|allgemeine[nr]?|experimentelle[nr]?|molekulare[nr]?|medical|clinical|internal|experimental|molecular|general|infectious|bildgebung|imaging|i{1,3}|iv)$/;
const more =
  /^(?:stiftung|foundation|freunde|friends|forderer|forderverein|verein|association|gesellschaft|society|akademie|academy|schule|school|konsortium|consortium|kooperation|cooperation|joint|gemeinsam\w*|ehemals|former|formerly|alumni|museum|holding|verlag|service|services|betriebsgesellschaft|partner|alliance|allianz|hochschule|verband|network|netzwerk)$/;

/** Whether a word begins the name of a department. */
export const isUnitWord = (word: string): boolean => units.test(word) || english.test(word);

/** Whether a word is the name of a medical speciality. */
export const isSpeciality = (word: string): boolean => specialities.test(word);

/** Whether a word makes an organisation of its own: friends of a hospital are no department of it. */
export const isMoreThanUnit = (word: string): boolean => more.test(word);

/** Words by which a department is joined with what it belongs to. */
export const joining: ReadonlySet<string> = new Set([
  'der',
  'des',
  'am',
  'an',
  'at',
  'of',
  'im',
  'in',
  'vom',
  'from',
  'beim',
  'the',
]);
