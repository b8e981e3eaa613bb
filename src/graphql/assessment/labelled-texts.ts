/** Fields with a text that exists in German and English. */
import type { Label } from '../../vocabulary/label';
import type { Language } from '../../vocabulary/language';
import { languageFor } from '../context';
import { resolvedField, type Carrier } from '../define';
import { languageArguments } from '../language-arguments';

/** Adds a field with a text in the language asked for. */
export function textField(
  resolvers: Carrier,
  { name, about, nullable = false }: { name: string; about: string; nullable?: boolean },
  textsOf: (parent: never) => Label | null,
): void {
  resolvedField<never, { language?: Language | null }>(resolvers, {
    name,
    type: String,
    about,
    nullable,
    args: languageArguments,
    resolve: (parent, { language }, context) => {
      const texts = textsOf(parent);
      return texts && (languageFor(language, context) === 'de' ? texts.de : texts.en);
    },
  });
}
