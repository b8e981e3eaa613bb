/** Faults of Turtle in words. */
import type { Label } from '../../../vocabulary/label';
import { type InGerman, inGerman } from '../../reading/parser-words';
import type { SyntaxFault } from '../../reading/syntax-fault';
import type { Fault } from './reading';

const turtleInGerman: InGerman = [
  [/^Undefined prefix "(.*?):?"$/, 'das Präfix $1: ist nicht vereinbart'],
  [/^Unexpected "(.*)"$/s, 'unerwartet ist „$1“'],
  [/^Unexpected (.*)$/s, 'unerwartet ist $1'],
  [/^Expected punctuation to follow "(.*)"$/s, 'nach „$1“ fehlt ein Punkt, Semikolon oder Komma'],
  [/^the document ends in the middle of a statement$/, 'das Dokument endet mitten in einer Aussage'],
  [/^Expected entity but got (.*)$/, 'hier muss eine IRI oder ein Name mit Präfix stehen, nicht $1'],
  [/^Expected predicate but got (.*)$/, 'hier muss eine Eigenschaft stehen, nicht $1'],
  [/^Invalid IRI$/, 'das ist keine IRI'],
  [/^Token too long$/, 'dieses Wort ist zu lang'],
];

const ofEnd: Label = {
  de: 'Das Dokument endet zu früh: noch einmal abrufen oder vervollständigen.',
  en: 'The document ends too early: fetch it again, or complete it.',
};

const ofPlace: Label = {
  de: 'Nachsehen, was kurz vor dieser Stelle steht: ein fehlender Punkt, ein fehlendes Anführungszeichen oder eine fehlende Klammer zeigt sich erst später.',
  en: 'Look at what stands just before this place: a missing dot, quotation mark or bracket shows only later.',
};

const ofPrefix = (prefix: string): Label => ({
  de: `Am Anfang ergänzen: @prefix ${prefix}: <…> .`,
  en: `Declare it at the top: @prefix ${prefix}: <…> .`,
});

/** What a parser says of a fault, without its line. */
const saidBy = ({ message }: SyntaxFault): string => message.replace(/ on line \d+\.$/, '');

/** The prefix that a fault is about; null if it is another fault. */
export const missingPrefix = (fault: SyntaxFault): string | null =>
  /^Undefined prefix "(.*?):?"$/.exec(saidBy(fault))?.[1] ?? null;

const endsEarly = ({ message, context }: SyntaxFault): boolean =>
  context?.token?.type === 'eof' || /\bgot eof\b/.test(message);

export function faultOf(fault: SyntaxFault): Fault {
  const en = endsEarly(fault) ? 'the document ends in the middle of a statement' : saidBy(fault);
  const de = inGerman(en, turtleInGerman, 'diese Stelle ist nicht verständlich');
  const prefix = missingPrefix(fault);
  const how = prefix !== null ? ofPrefix(prefix) : /the document ends|end of/i.test(en) ? ofEnd : ofPlace;
  return { what: { de: unbroken(de), en: unbroken(en) }, how };
}

const unbroken = (text: string) => text.replace(/\s+/g, ' ');
