/** The argument that says in which language a text is wanted. */
import { Language } from '../vocabulary/language';
import { argumentsOf } from './define';
import { enumOf } from './enums';

export const languageArguments = argumentsOf('Language', [
  {
    name: 'language',
    type: enumOf(Language),
    about:
      'Language of the text, or another one where there is none; where it is left out, that of the header Accept-Language, else English.',
  },
]);
