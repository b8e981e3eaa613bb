/** Cities with another name in English. Items are those of Wikidata. */
import { concept } from './concept';

export const places = [
  concept('munich', 'München', 'Munich', 'wikidata Q1726'),
  concept('cologne', 'Köln', 'Cologne', 'wikidata Q365'),
  concept('hanover', 'Hannover', 'Hanover', 'wikidata Q1715'),
  concept('nuremberg', 'Nürnberg', 'Nuremberg', 'wikidata Q2090'),
  concept('brunswick', 'Braunschweig', 'Brunswick'),
];
