/** The words of the page on money. */
import type { Label } from '../../../vocabulary/label';

const de = {
  title: 'Förderung',
  lead: 'Was Förderperioden zahlen, wer davon wie viel erhält, und für wie viele Förderungen überhaupt ein Betrag bekannt ist.',
  byPeriod: 'Nach Förderperiode',
  byRecipient: 'Nach Empfänger',
  period: 'Förderperiode',
  all: 'alle',
  whole: 'Betrag der Periode, wie Quellen ihn angeben',
  known: 'Summe der Förderungen mit bekanntem Betrag',
  paid: 'Summe aller Förderungen des Empfängers',
  paidInPart: 'Summe, zu der mindestens ein Betrag fehlt',
  ofAwards: (known: string, all: string) => `Betrag bekannt für ${known} von ${all} Förderungen`,
  unknown: 'keine Quelle nennt einen Betrag',
  recipient: 'Empfänger',
  amount: 'Betrag',
  sum: 'Summe',
  grant: 'Förderkennzeichen',
  each: 'Jede Förderung mit bekanntem Betrag',
  others: (count: string) => `Weitere Empfänger, für die keine Quelle einen Betrag nennt (${count})`,
  together: (sum: string, known: string) => `${sum} zusammen; ${known}.`,
  awards: 'Förderungen',
  nobody: 'Für keine Förderung ist ein Betrag bekannt.',
  about: 'Balken für Beträge auf einer Skala.',
};

type MoneyWords = typeof de;

const en: MoneyWords = {
  title: 'Money',
  lead: 'What funding periods pay, who receives how much of it, and for how many awards an amount is known at all.',
  byPeriod: 'By funding period',
  byRecipient: 'By recipient',
  period: 'Funding period',
  all: 'all',
  whole: 'amount of the period, as sources state it',
  known: 'sum of the awards with a known amount',
  paid: 'sum of all awards of the recipient',
  paidInPart: 'sum that lacks at least one amount',
  ofAwards: (known, all) => `amount known for ${known} of ${all} awards`,
  unknown: 'no source states an amount',
  recipient: 'Recipient',
  amount: 'Amount',
  sum: 'Sum',
  grant: 'Grant number',
  each: 'Each award with a known amount',
  others: (count) => `Other recipients, for whom no source states an amount (${count})`,
  together: (sum, known) => `${sum} together; ${known}.`,
  awards: 'Awards',
  nobody: 'No amount is known for any award.',
  about: 'Bars for amounts on one scale.',
};

export const moneyWords: Label<MoneyWords> = { de, en };
