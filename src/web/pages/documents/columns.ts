/** The columns of a list: what matters most, or what its address names. */
import type { Attribute, Description } from '../../../resource/description';
import { keyFacts, titleOf } from './list';

/** The attributes that a list can show beside the title. */
export const columnsOf = (description: Description): Attribute[] =>
  description.attributes.filter(
    ({ name }) => name !== titleOf(description) && name !== 'slug' && name !== 'description',
  );

/** The columns that an address names, each once, in the order of the declaration; what matters most if it names none. */
export function chosenColumns(description: Description, parameters: URLSearchParams): Attribute[] {
  const named = parameters.getAll('columns').flatMap((each) => each.split(','));
  const chosen = columnsOf(description).filter(({ name }) => named.includes(name));
  return chosen.length === 0 ? keyFacts(description) : chosen;
}
