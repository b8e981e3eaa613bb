/** Kinds of organisations: the many words for a university hospital, a university and a faculty, as one symbol each. */
import distance from 'damerau-levenshtein';

/** Symbols are in capitals, which no folded word has. */
export const hospital = 'UH';
export const university = 'UNI';
export const faculty = 'FAC';
/** A hospital that is one of a university only if a university stands beside it. */
export const clinic = 'HOSP';

const rewritings: readonly (readonly [RegExp, string])[] = [
  [/ (?:universitat|university|universite|universita|universidad|universiteit|uni|univ)(?= )/g, ' UNI'],
  // Universities that are called by a name or letters of their own.
  [/ ludwig maximilians? UNI(?: of)?(?= )/g, ' lmu UNI'],
  [/ (?:technische[nr]? UNI|technical UNI(?: of)?|tu) munchen(?= )/g, ' tum UNI munchen'],
  [/ (lmu|tum)(?! UNI)(?= )/g, ' $1 UNI'],
  [/ (?:technische[nr]? UNI|technical UNI|tu)(?= )/g, ' technisch UNI'],
  // Hospitals of universities.
  [
    / (?:universitats|uni|hochschul)(?:klinikums?|kliniken|klinika|klinik|medizin|krankenhaus|spital)(?= )/g,
    ' UH',
  ],
  [/ UNI (?:klinikums?|klinika|klinik|kliniken|spital|krankenhaus)(?= )/g, ' UH'],
  [
    / UNI (?:(?:medical |clinical |med )?(?:hospitals?|clinics?)|(?:medical|clinical|med) cent(?:er|re)s?|medicine)(?= )/g,
    ' UH',
  ],
  [
    / (?:medical cent(?:er|re)|hospitals?|klinikums?)(?: \|)?(?: (?:of|der|the|at))* UNI(?: of)?(?= )/g,
    ' UH',
  ],
  [
    / (?:hopital|hopitaux|centre hospitalier|ospedale|policlinico|hospital|clinica|ziekenhuis) (?:universitaires?|universitari[oa]|universitair)(?= )/g,
    ' UH',
  ],
  [/ (?:universitair medisch centrum|universitair ziekenhuis|academisch ziekenhuis)(?= )/g, ' UH'],
  [
    / (?:medizinische[nr]? fakultat|medical faculty|faculty of medicine|fakultat|faculty|fachbereich medizin)(?= )/g,
    ' FAC',
  ],
  [/ (?:klinikums?|klinika|hospitals?|medical cent(?:er|re))(?= )/g, ' HOSP'],
];

/** Words that are corrected if a letter is wrong: which kind it is does not depend on it. */
const corrected = [
  'universitatsklinikum',
  'universitatsklinik',
  'universitatsmedizin',
  'uniklinikum',
  'uniklinik',
  'university',
  'universitat',
  'hospital',
];
const shortestCorrected = 8;

/** The word without its typing error; the word itself if it has none. */
export function correctedKind(word: string): string {
  if (word.length < shortestCorrected) return word;
  const most = word.length >= 12 ? 2 : 1;
  return corrected.find((right) => right !== word && isClose(word, right, most)) ?? word;
}

const isClose = (word: string, right: string, most: number): boolean =>
  Math.abs(word.length - right.length) <= most && distance(word, right).steps <= most;

/** Whether a word is spelt right: it must not be taken for another one. */
const right =
  /^(?:universit(?:at|y|e|a|aten|ats|ies|aires?|ari[oa]|air)|(?:universitats|uni)(?:klinik(?:um|ums|en|a)?|medizin|spital|krankenhaus)|hospitals?)$/;
export const isRightKind = (word: string): boolean => right.test(word);

/** Replaces the words for kinds of organisations by symbols. The text has a blank at both ends and between any two words. */
export function withKinds(text: string): string {
  let replaced = text;
  for (const [words, symbol] of rewritings) replaced = replaced.replace(words, symbol);
  return replaced;
}
