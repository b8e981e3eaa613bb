/** The words of the page on what changed. */
import type { Label } from '../../../vocabulary/label';

const de = {
  title: 'Veränderungen',
  lead: 'Was zwischen zwei Tagen begann oder endete, soweit Quellen es sagen: Infrastrukturen, Projekte, Förderung, Beteiligungen.',
  from: 'Vom',
  to: 'Bis zum',
  more: 'Auch zeigen',
  firstSeen: 'was eine Quelle zum ersten Mal belegt (wann es begann, sagt keine)',
  between: (from: string, to: string) => `Vom ${from} bis zum ${to}`,
  periods: 'Zeiten der Förderperioden',
};

const en: typeof de = {
  title: 'Changes',
  lead: 'What began or ended between two days, as far as sources say: infrastructures, projects, funding, participations.',
  from: 'From',
  to: 'To',
  more: 'Show, too',
  firstSeen: 'what a source shows for the first time (none says when it began)',
  between: (from, to) => `From ${from} to ${to}`,
  periods: 'Times of the funding periods',
};

export const changesWords: Label<typeof de> = { de, en };
