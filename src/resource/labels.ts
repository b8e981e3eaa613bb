/** What people call a field or a class: as declared, else as the vocabulary has it, else as its name reads. */
import { fieldLabels } from '../vocabulary/field-labels';
import type { Label } from '../vocabulary/label';
import { typeLabels, type ClassNames } from '../vocabulary/type-labels';
import type { Description } from './description';

const words = (name: string): string => name.replace(/(?<=[a-z\d])(?=[A-Z])/g, ' ');
const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1).toLowerCase();
const both = <T>(text: T): Label<T> => ({ de: text, en: text });

/** The label of a declared field. */
export const labelOfField = ({ name, label }: { name: string; label?: Label }): Label =>
  label ?? fieldLabels[name] ?? both(sentence(words(name)));

/** The label of the field of a class that has a name, such as the property of a statement. */
export function labelOfProperty(
  { attributes, references, lists }: Pick<Description, 'attributes' | 'references' | 'lists'>,
  property: string,
): Label {
  const field = [...attributes, ...references, ...lists].find(({ name }) => name === property);
  return labelOfField(field ?? { name: property });
}

/** The names of a declared class. */
export const namesOfClass = ({
  type,
  path,
  names,
}: Pick<Description, 'type' | 'path' | 'names'>): Label<ClassNames> =>
  names ??
  typeLabels[type] ??
  both({ one: sentence(words(type)), many: sentence(path.replaceAll('-', ' ')) });
