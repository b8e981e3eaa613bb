// Settings of GraphiQL's editors for which it has no properties. Renders nothing.
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

  // Quotations in answers are long, so lines wrap.
  useEffect(() => {
    for (const editor of [queryEditor, responseEditor]) {
      editor?.updateOptions({
        fontSize: 14,
        wordWrap: 'on',
        wrappingIndent: 'indent',
        // Monaco would mark dashes and quotation marks in German texts as confusable characters.
        unicodeHighlight: { ambiguousCharacters: false },
      });
    }
  }, [queryEditor, responseEditor]);

  // A linked document may have several operations, and the link names the one to run.
  useEffect(() => {
    if (queryEditor && arrival?.operationName) setOperationName(arrival.operationName);
  }, [queryEditor, setOperationName]);

  // A link runs at once. The web address of a record leads here, and its visitors expect to see the record.
  useEffect(() => {
    if (!linked || !isReady || hasRun.current) return;
    hasRun.current = true;
    run();
  }, [isReady, run]);

  return null;
}
