/** Why something is taken for a record, in words. */
import type { Reason } from './outcome';

const quoted = (text: string): Reason => ({ de: `„${text}“`, en: `“${text}”` });

const make =
  (de: (said: string) => string, en: (said: string) => string) =>
  (said: string): Reason => ({
    de: de(quoted(said).de),
    en: en(quoted(said).en),
  });

export const reasons = {
  key: make(
    (said) => `Es steht dort unter seinem Schlüssel ${said}.`,
    (said) => `It stands there under its key ${said}.`,
  ),
  name: make(
    (said) => `${said} ist einer seiner Namen.`,
    (said) => `${said} is one of its names.`,
  ),
  sameWords: make(
    (said) => `${said} sind die Wörter eines seiner Namen, in anderer Schreibweise.`,
    (said) => `${said} has the words of one of its names, spelt in another way.`,
  ),
  acronym: make(
    (said) => `${said} ist seine Abkürzung, und keine andere bekannte.`,
    (said) => `${said} is its acronym, and that of no other record.`,
  ),
  shortAcronym: make(
    (said) => `${said} ist seine Abkürzung; so kurze stehen für vieles.`,
    (said) => `${said} is its acronym; one as short stands for many things.`,
  ),
  acronymWithWords: make(
    (said) => `${said} hat seine Abkürzung und sonst nur Wörter seiner Namen.`,
    (said) => `${said} has its acronym, and otherwise only words of its names.`,
  ),
  onlyOneThere: make(
    (said) => `${said}: das einzige bekannte dieser Art am Ort, das so heißt.`,
    (said) => `${said}: the only known one of this kind in the town that is called so.`,
  ),
  onlyOneCalledSo: make(
    (said) => `${said}: nur eines dieser Art ist bekannt, das so heißt.`,
    (said) => `${said}: only one of this kind is known that is called so.`,
  ),
  unit: make(
    (said) => `${said} ist eine Abteilung davon.`,
    (said) => `${said} is a department of it.`,
  ),
  typingError: make(
    (said) => `${said} ist einer seiner Namen mit einem Schreibfehler.`,
    (said) => `${said} is one of its names with a typing error.`,
  ),
  hospitalThere: make(
    (said) => `${said}: es ist das Universitätsklinikum am Ort, wird aber anders genannt.`,
    (said) => `${said}: it is the university hospital of the town, but is called otherwise.`,
  ),
  partly: make(
    (said) => `${said} ähnelt einem seiner Namen.`,
    (said) => `${said} resembles one of its names.`,
  ),
  oneOfSeveral: make(
    (said) => `${said} nennt es und anderes.`,
    (said) => `${said} names it, and others as well.`,
  ),
  ambiguous: make(
    (said) => `${said} kann es sein, aber auch anderes.`,
    (said) => `${said} may be it, but also others.`,
  ),
  dataset: make(
    (said) => `${said} heißt so; Datensätze werden nie nach ihrem Titel verknüpft.`,
    (said) => `${said} is called so; datasets are never linked by their title.`,
  ),
  identifier: make(
    (said) => `Es hat den Identifikator ${said}.`,
    (said) => `It has the identifier ${said}.`,
  ),
  sharedIdentifier: make(
    (said) => `Es teilt sich den Identifikator ${said} mit anderen.`,
    (said) => `It shares the identifier ${said} with others.`,
  ),
  sharedIdentifierAndName: make(
    (said) => `Es hat den Identifikator ${said}, und der Name sagt, welches es ist.`,
    (said) => `It has the identifier ${said}, and the name tells which it is.`,
  ),
  otherIdentifier: make(
    (said) => `Der Name passt, aber der Identifikator ${said} ist nicht seiner.`,
    (said) => `The name fits, but the identifier ${said} is not its own.`,
  ),
  otherName: make(
    (said) => `Der Identifikator passt, aber ${said} heißt etwas anderes.`,
    (said) => `The identifier fits, but ${said} is what another record is called.`,
  ),
  otherVersion: make(
    (said) => `Der Name passt, aber ${said} nennt eine andere Version.`,
    (said) => `The name fits, but ${said} names another version.`,
  ),
  address: make(
    (said) => `Seine Adresse ist ${said}.`,
    (said) => `Its address is ${said}.`,
  ),
  homepage: make(
    (said) => `Die Adresse ${said} ist auf seiner Website.`,
    (said) => `The address ${said} is on its website.`,
  ),
  homepageAndName: make(
    (said) => `Der Name passt, und ${said} ist auf seiner Website.`,
    (said) => `The name fits, and ${said} is on its website.`,
  ),
  decided: make(
    (said) => `Das hat ${said} so entschieden.`,
    (said) => `This was decided by ${said}.`,
  ),
} as const satisfies Record<string, (said: string) => Reason>;
