/** The words of the page that compares. */
import type { Label } from '../../../vocabulary/label';

const de = {
  title: 'Vergleich',
  lead: 'Zwei Standorte oder zwei Infrastrukturen nebeneinander: was Quellen für beide nennen, und was nur für eine.',
  first: 'Was',
  second: 'Womit',
  choose: 'Wählen Sie zwei Standorte oder zwei Infrastrukturen.',
  unlike: 'Verglichen werden zwei Standorte oder zwei Infrastrukturen, nicht eins mit dem anderen.',
  missing: (reference: string) => `${reference} gibt es nicht.`,
  both: 'für beide genannt',
  only: (name: string) => `nur für ${name} genannt`,
  hint: 'Nur für eines genannt heißt nicht, dass das andere es nicht hat – es sei denn, eine Quelle nennt dessen Liste vollständig.',
  complete: (name: string) => `Die Liste von ${name} nennt eine Quelle vollständig.`,
  nothing: 'nichts genannt',
  list: 'Liste',
  between: 'Was die beiden verbindet',
  about: 'Für jede Liste, wie viele Einträge für beide und für nur eines genannt sind.',
  note: (a: string, both: string, b: string) => `${a} nur erstes · ${both} beide · ${b} nur zweites`,
};

type CompareWords = typeof de;

const en: CompareWords = {
  title: 'Compare',
  lead: 'Two sites or two infrastructures side by side: what sources name for both, and what for only one.',
  first: 'This',
  second: 'with this',
  choose: 'Choose two sites or two infrastructures.',
  unlike: 'Two sites or two infrastructures are compared, not one with the other.',
  missing: (reference) => `There is no ${reference}.`,
  both: 'named for both',
  only: (name) => `named only for ${name}`,
  hint: 'Named only for one does not mean that the other has it not – unless a source calls the other list complete.',
  complete: (name) => `A source calls the list of ${name} complete.`,
  nothing: 'nothing named',
  list: 'List',
  between: 'What connects the two',
  about: 'For each list, how many entries are named for both and for only one.',
  note: (a, both, b) => `${a} first only · ${both} both · ${b} second only`,
};

export const compareWords: Label<CompareWords> = { de, en };
