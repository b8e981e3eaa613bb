import { conceptScheme, type CodeOf } from './concept-scheme';

export const PlacePrecision = conceptScheme('PlacePrecision', 'What a coordinate points at.', {
  HOSPITAL: {
    de: 'Krankenhaus',
    en: 'Hospital',
    about: 'The point is at the hospital.',
  },
  CITY: {
    de: 'Stadt',
    en: 'City',
    about: 'The point is that of the city.',
  },
});
export type PlacePrecision = CodeOf<typeof PlacePrecision>;
