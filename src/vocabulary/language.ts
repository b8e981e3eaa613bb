import { conceptScheme, type CodeOf } from './concept-scheme';

export const Language = conceptScheme('Language', 'Languages in which texts can be asked for.', {
  DE: {
    de: 'Deutsch',
    en: 'German',
    about: 'German.',
  },
  EN: {
    de: 'Englisch',
    en: 'English',
    about: 'English.',
  },
});
export type Language = CodeOf<typeof Language>;
