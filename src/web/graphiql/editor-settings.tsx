// Settles what GraphiQL's editors offer no property for; shows nothing itself.
import { pick, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useEffect } from 'react';
import { arrival } from './start';

export function EditorSettings() {
  const { setOperationName } = useGraphiQLActions();
  const { queryEditor, responseEditor } = useGraphiQL(pick('queryEditor', 'responseEditor'));

  // Sentences that sources say are long: they wrap rather than run out of sight.
  useEffect(() => {
    for (const editor of [queryEditor, responseEditor]) {
      editor?.updateOptions({
        fontSize: 14,
        wordWrap: 'on',
        wrappingIndent: 'indent',
        // German texts hold dashes and quotation marks that Monaco would frame as look-alikes of ASCII.
        unicodeHighlight: { ambiguousCharacters: false },
      });
    }
  }, [queryEditor, responseEditor]);

  // A link may hold several operations and name the one to run.
  useEffect(() => {
    if (queryEditor && arrival?.operationName) setOperationName(arrival.operationName);
  }, [queryEditor, setOperationName]);

  return null;
}
