/** What is wrong with a JSON text, in words: the parser has codes only. */
import { printParseErrorCode, type ParseErrorCode } from 'jsonc-parser';
import type { Label } from '../../vocabulary/label';

const unknown: Label = { de: 'das ist kein JSON', en: 'this is no JSON' };

/** By the names that the parser gives to its codes. */
const faults: Readonly<Record<string, Label>> = {
  InvalidSymbol: {
    de: 'hier steht ein Wort ohne Anführungszeichen',
    en: 'a word stands here without quotation marks',
  },
  InvalidNumberFormat: { de: 'das ist keine Zahl', en: 'this is no number' },
  PropertyNameExpected: {
    de: 'hier gehört ein Name in doppelten Anführungszeichen hin',
    en: 'a name in double quotation marks belongs here',
  },
  ValueExpected: { de: 'hier fehlt ein Wert', en: 'a value is missing here' },
  ColonExpected: { de: 'hier fehlt ein Doppelpunkt', en: 'a colon is missing here' },
  CommaExpected: { de: 'hier fehlt ein Komma', en: 'a comma is missing here' },
  CloseBraceExpected: {
    de: 'eine geschweifte Klammer wird nicht geschlossen',
    en: 'a brace is not closed',
  },
  CloseBracketExpected: {
    de: 'eine eckige Klammer wird nicht geschlossen',
    en: 'a bracket is not closed',
  },
  EndOfFileExpected: {
    de: 'nach dem Ende steht noch etwas',
    en: 'something follows after the end',
  },
  InvalidCommentToken: {
    de: 'JSON kennt keine Kommentare',
    en: 'JSON has no comments',
  },
  UnexpectedEndOfComment: {
    de: 'ein Kommentar endet nicht',
    en: 'a comment does not end',
  },
  UnexpectedEndOfString: {
    de: 'ein Anführungszeichen wird nicht geschlossen',
    en: 'a quotation mark is not closed',
  },
  UnexpectedEndOfNumber: { de: 'eine Zahl bricht ab', en: 'a number breaks off' },
  InvalidUnicode: {
    de: 'nach \\u gehören vier hexadezimale Ziffern',
    en: 'four hexadecimal digits belong after \\u',
  },
  InvalidEscapeCharacter: {
    de: 'dieses Zeichen steht nach keinem Rückstrich',
    en: 'no backslash stands before this character',
  },
  InvalidCharacter: {
    de: 'ein Text hat ein Steuerzeichen, etwa einen Zeilenumbruch',
    en: 'a text has a control character, such as a line break',
  },
};

const singleQuote: Label = {
  de: 'JSON kennt nur doppelte Anführungszeichen, keine einfachen',
  en: 'JSON has double quotation marks only, and no single ones',
};

/** @param sign what stands at the place */
export const jsonFault = (code: ParseErrorCode, sign?: string): Label =>
  sign === "'" ? singleQuote : (faults[printParseErrorCode(code)] ?? unknown);
