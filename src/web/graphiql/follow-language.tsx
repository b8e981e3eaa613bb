// What follows the chosen language beside our own texts: the page's `lang`, the sentence above an example, the docs, and the answer. Renders nothing.
import { pick, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useEffect, useRef } from 'react';
import { textOf } from './examples';
import { useOpenExample } from './use-example';
import { useLanguage } from './use-language';

export function FollowLanguage() {
  const language = useLanguage();
  const { introspect, run, updateActiveTabValues } = useGraphiQLActions();
  const { queryEditor, responseEditor } = useGraphiQL(pick('queryEditor', 'responseEditor'));
  const example = useOpenExample();
  const shown = useRef(language);

  useEffect(() => {
    document.documentElement.lang = language;
    if (shown.current === language) return;
    shown.current = language;
    if (example) {
      const query = textOf(example, language);
      queryEditor?.setValue(query);
      updateActiveTabValues({ query });
    }
    // The docs of the root type are in the language that the schema was asked in.
    void introspect();
    // The texts of an answer that is shown are in the former language.
    if (responseEditor?.getValue()) run();
  }, [language, example, introspect, queryEditor, responseEditor, run, updateActiveTabValues]);

  return null;
}
