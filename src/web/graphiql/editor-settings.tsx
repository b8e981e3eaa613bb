// Settles what GraphiQL's editors offer no property for; shows nothing itself.
import { pick, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useEffect, useRef } from 'react';
import { arrival, linked } from './start';

export function EditorSettings() {
  const { run, setOperationName } = useGraphiQLActions();
  const { queryEditor, variableEditor, responseEditor } = useGraphiQL(
    pick('queryEditor', 'variableEditor', 'responseEditor'),
  );
  const hasRun = useRef(false);
  const isReady = Boolean(queryEditor && variableEditor && responseEditor);

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

  // Whoever follows a link wants to see the answer, which the address of a record has promised.
  useEffect(() => {
    if (!linked || !isReady || hasRun.current) return;
    hasRun.current = true;
    run();
  }, [isReady, run]);

  return null;
}
