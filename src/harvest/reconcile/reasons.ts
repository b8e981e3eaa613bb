/** Why something is taken for a record, in words. */
import type { Reason } from './outcome';

const quoted = (text: string): Reason => ({ de: `„${text}“`, en: `“${text}”` });

const make =
  (de: (text: string) => string, en: (text: string) => string) =>
  (text: string): Reason => ({
    de: de(quoted(text).de),
    en: en(quoted(text).en),
  });

export const reasons = {
  key: make(
    (text) => `Es steht dort unter seinem Schlüssel ${text}.`,
    (text) => `It stands there under its key ${text}.`,
  ),
  name: make(
    (text) => `${text} ist einer seiner Namen.`,
    (text) => `${text} is one of its names.`,
  ),
  sameWords: make(
    (text) => `${text} sind die Wörter eines seiner Namen, in anderer Schreibweise.`,
    (text) => `${text} has the words of one of its names, spelt in another way.`,
  ),
  acronym: make(
    (text) => `${text} ist seine Abkürzung, und keine andere bekannte.`,
    (text) => `${text} is its acronym, and that of no other record.`,
  ),
  shortAcronym: make(
    (text) => `${text} ist seine Abkürzung; so kurze stehen für vieles.`,
    (text) => `${text} is its acronym; one as short stands for many things.`,
  ),
  acronymWithWords: make(
    (text) => `${text} hat seine Abkürzung und sonst nur Wörter seiner Namen.`,
    (text) => `${text} has its acronym, and otherwise only words of its names.`,
  ),
  onlyOneThere: make(
    (text) => `${text}: das einzige bekannte dieser Art am Ort, das so heißt.`,
    (text) => `${text}: the only known one of this kind in the town that is called so.`,
  ),
  onlyOneCalledSo: make(
    (text) => `${text}: nur eines dieser Art ist bekannt, das so heißt.`,
    (text) => `${text}: only one of this kind is known that is called so.`,
  ),
  unit: make(
    (text) => `${text} ist eine Abteilung davon.`,
    (text) => `${text} is a department of it.`,
  ),
  typingError: make(
    (text) => `${text} ist einer seiner Namen mit einem Schreibfehler.`,
    (text) => `${text} is one of its names with a typing error.`,
  ),
  hospitalThere: make(
    (text) => `${text}: es ist das Universitätsklinikum am Ort, wird aber anders genannt.`,
    (text) => `${text}: it is the university hospital of the town, but is called otherwise.`,
  ),
  partly: make(
    (text) => `${text} ähnelt einem seiner Namen.`,
    (text) => `${text} resembles one of its names.`,
  ),
  oneOfSeveral: make(
    (text) => `${text} nennt es und anderes.`,
    (text) => `${text} names it, and others as well.`,
  ),
  ambiguous: make(
    (text) => `${text} kann es sein, aber auch anderes.`,
    (text) => `${text} may be it, but also others.`,
  ),
  dataset: make(
    (text) => `${text} heißt so; Datensätze werden nie nach ihrem Titel verknüpft.`,
    (text) => `${text} is called so; datasets are never linked by their title.`,
  ),
  identifier: make(
    (text) => `Es hat den Identifikator ${text}.`,
    (text) => `It has the identifier ${text}.`,
  ),
  sharedIdentifier: make(
    (text) => `Es teilt sich den Identifikator ${text} mit anderen.`,
    (text) => `It shares the identifier ${text} with others.`,
  ),
  sharedIdentifierAndName: make(
    (text) => `Es hat den Identifikator ${text}, und der Name sagt, welches es ist.`,
    (text) => `It has the identifier ${text}, and the name tells which it is.`,
  ),
  otherIdentifier: make(
    (text) => `Der Name passt, aber der Identifikator ${text} ist nicht seiner.`,
    (text) => `The name fits, but the identifier ${text} is not its own.`,
  ),
  otherName: make(
    (text) => `Der Identifikator passt, aber ${text} heißt etwas anderes.`,
    (text) => `The identifier fits, but ${text} is what another record is called.`,
  ),
  otherVersion: make(
    (text) => `Der Name passt, aber ${text} nennt eine andere Version.`,
    (text) => `The name fits, but ${text} names another version.`,
  ),
  address: make(
    (text) => `Seine Adresse ist ${text}.`,
    (text) => `Its address is ${text}.`,
  ),
  homepage: make(
    (text) => `Die Adresse ${text} ist auf seiner Website.`,
    (text) => `The address ${text} is on its website.`,
  ),
  homepageAndName: make(
    (text) => `Der Name passt, und ${text} ist auf seiner Website.`,
    (text) => `The name fits, and ${text} is on its website.`,
  ),
  decided: make(
    (text) => `Das hat ${text} so entschieden.`,
    (text) => `This was decided by ${text}.`,
  ),
} as const satisfies Record<string, (text: string) => Reason>;
