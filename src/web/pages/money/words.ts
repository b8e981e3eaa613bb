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
  paid: 'Betrag der Förderung',
  ofAwards: (known: string, all: string) => `Betrag bekannt für ${known} von ${all} Förderungen`,
  unknown: 'keine Quelle nennt einen Betrag',
  recipient: 'Empfänger',
  amount: 'Betrag',
  grant: 'Förderkennzeichen',
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
  paid: 'amount of the award',
  ofAwards: (known, all) => `amount known for ${known} of ${all} awards`,
  unknown: 'no source states an amount',
  recipient: 'Recipient',
  amount: 'Amount',
  grant: 'Grant number',
  awards: 'Awards',
  nobody: 'No amount is known for any award.',
  about: 'Bars for amounts on one scale.',
};

export const moneyWords: Label<MoneyWords> = { de, en };
