/** What controlled vocabularies of the gateway's own and their concepts mean, for readers of German and English. The English meaning is part of the declaration. */
import type { ConceptScheme } from '../concept-scheme';
import type { Label } from '../label';
import { meaningsInLinks } from './in-links';
import { meaningsInRecords } from './in-records';
import { schemeTitles } from './schemes';

/** What people call a vocabulary. */
export const titleOfScheme = ({ name }: ConceptScheme): Label =>
  schemeTitles[name]?.title ?? { de: name, en: name };

/** What the values of a vocabulary classify. The German text is missing for a vocabulary of other catalogues. */
export const aboutScheme = ({ name, about }: ConceptScheme): Partial<Label> & Pick<Label, 'en'> => {
  const de = schemeTitles[name]?.about;
  return { en: about, ...(de !== undefined && { de }) };
};

/** What a concept of a vocabulary means. */
export const aboutConcept = (
  { name, concepts }: ConceptScheme,
  code: string,
): Partial<Label> & Pick<Label, 'en'> => {
  const de = (meaningsInRecords[name] ?? meaningsInLinks[name])?.[code];
  return { en: concepts[code]?.about ?? '', ...(de !== undefined && { de }) };
};
