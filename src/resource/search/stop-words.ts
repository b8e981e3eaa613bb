/**
 * German and English stop words, and words that only ask. They do not count, unless a text has no other words, as `IT` and `WHO` are among
 * them. Published lists contain words that people search for, such as `Mensch`, `Recht` and `Zeit`.
 */
const german =
  'aber alle als am an auch auf aus bei beim bis da damit das dass dem den der des die dies diese dieser doch durch ein eine einem einen einer eines es fur gegen hat haben ich ihr im in ins ist kann mit nach nicht nur ob oder ohne sein sich sie sind so uber um und uns unter vom von vor war was welche welcher welches wenn wer wie wir wird wo zu zum zur zwischen';
const english =
  'a about all also an and any are as at be been but by can do does for from had has have how i if in into is it its me my no not of on or our she so that the their them then there these they this to was we what when where which who whom whose why will with you your';

const asking =
  'bekomme bekommen bitte etwas finde finden gab gibt habe hatte jede jeder jedes man mehr mein mich mir noch sehr viel viele war waren welchem welchen werden wieviel wieviele worden wurde wurden zeig zeige ' +
  'did done each every find get give given has having many more much other please should show some such tell than that these those used want were would';

const words = new Set(`${german} ${english} ${asking}`.split(' '));

/** Whether a word, in compared form, is a stop word. */
export const isStopWord = (word: string): boolean => words.has(word);
