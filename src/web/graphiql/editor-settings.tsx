// Settings of GraphiQL's editors for which it has no properties. Renders nothing.
import { pick, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useEffect, useRef } from 'react';
import { hideFirstAnswer } from './first-answer';
import { arrival, linked } from './start';

const fontFamily = "ui-monospace, 'Cascadia Mono', 'Liberation Mono', Menlo, monospace";

export function EditorSettings() {
  const { run, setOperationName } = useGraphiQLActions();
  const { queryEditor, variableEditor, headerEditor, responseEditor } = useGraphiQL(
    pick('queryEditor', 'variableEditor', 'headerEditor', 'responseEditor'),
  );
  const hasRun = useRef(false);
  const isReady = Boolean(queryEditor && variableEditor && responseEditor);

  // Those of all pages: GraphiQL's own font is not downloaded.
  useEffect(() => {
    for (const editor of [queryEditor, variableEditor, headerEditor, responseEditor])
      editor?.updateOptions({ fontFamily });
  }, [queryEditor, variableEditor, headerEditor, responseEditor]);

  // Quotations in answers are long, so lines wrap.
  useEffect(() => {
    for (const editor of [queryEditor, responseEditor]) {
      editor?.updateOptions({
        fontSize: 14,
        wordWrap: 'on',
        wrappingIndent: 'indent',
      });
    }
  }, [queryEditor, responseEditor]);

  // A linked document may have several operations, and the link names the one to run.
  useEffect(() => {
    if (queryEditor && arrival?.operationName) setOperationName(arrival.operationName);
  }, [queryEditor, setOperationName]);

  // From then on the editor shows what the page has shown before it.
  useEffect(() => {
    const shown = responseEditor?.onDidChangeModelContent(() => {
      if (responseEditor.getValue() !== '') hideFirstAnswer();
    });
    return () => shown?.dispose();
  }, [responseEditor]);

  // A link runs at once. The web address of a record leads here, and its visitors expect to see the record.
  useEffect(() => {
    if (!linked || !isReady || hasRun.current) return;
    hasRun.current = true;
    run();
  }, [isReady, run]);

  return null;
}
