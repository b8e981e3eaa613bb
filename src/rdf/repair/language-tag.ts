/** Language tags as documents of others write them, and as BCP 47 has them. https://www.rfc-editor.org/info/bcp47 */

/** Codes of ISO 639-2 and -3, and names, of languages that have a code of two letters. */
const shorter: Readonly<Record<string, string>> = {
  bul: 'bg',
  ces: 'cs',
  cze: 'cs',
  dan: 'da',
  deu: 'de',
  deutsch: 'de',
  dut: 'nl',
  ell: 'el',
  eng: 'en',
  englisch: 'en',
  english: 'en',
  est: 'et',
  fin: 'fi',
  fra: 'fr',
  fre: 'fr',
  ger: 'de',
  german: 'de',
  gre: 'el',
  gle: 'ga',
  hrv: 'hr',
  hun: 'hu',
  ita: 'it',
  lav: 'lv',
  lit: 'lt',
  mlt: 'mt',
  nld: 'nl',
  nor: 'no',
  pol: 'pl',
  por: 'pt',
  ron: 'ro',
  rum: 'ro',
  rus: 'ru',
  slk: 'sk',
  slo: 'sk',
  slv: 'sl',
  spa: 'es',
  swe: 'sv',
  tur: 'tr',
  ukr: 'uk',
};

/** The tag as it should be; null if it is right, or if it is not known what is meant. */
export function mendedTag(tag: string): string | null {
  const [first = '', ...others] = tag.replace(/_/g, '-').split('-');
  const language = shorter[first.toLowerCase()] ?? first;
  const mended = [language, ...others].join('-');
  return mended.toLowerCase() === tag.toLowerCase() || !isTag(mended) ? null : mended;
}

const isTag = (tag: string) => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
};
