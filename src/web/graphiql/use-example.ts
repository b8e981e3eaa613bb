// React hooks that open an example in a tab and run it.
import { pick, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { exampleIn, textOf, type Example } from './examples';
import { language } from './language';
import { tour } from './tour';

/** The example that is unchanged in the open tab, if any. */
export function useOpenExample(): Example | undefined {
  const { tabs, activeTabIndex } = useGraphiQL(pick('tabs', 'activeTabIndex'));
  return exampleIn(tabs[activeTabIndex]?.query ?? '', tour);
}

/** Returns a function that opens an example and runs it. It never overwrites what the visitor wrote. */
export function useExample(): (example: Example) => void {
  const { addTab, run, setOperationName, stop, updateActiveTabValues } = useGraphiQLActions();
  const { queryEditor, variableEditor } = useGraphiQL(pick('queryEditor', 'variableEditor'));

  return (example) => {
    if (!queryEditor) return;
    stop();
    const present = queryEditor.getValue();
    if (present.trim() && !exampleIn(present, tour)) addTab();

    const values = { query: textOf(example, language()), variables: example.variables };
    queryEditor.setValue(values.query);
    variableEditor?.setValue(values.variables);
    updateActiveTabValues(values);
    if (example.variables) showVariables();
    // The editor updates the operation's name with a delay; without this, the former name would be sent.
    setOperationName(example.operationName);
    run();
    history.replaceState(null, '', `?example=${example.key}`);
  };
}

/** Opens the pane for variables. GraphiQL has no API for that, so its button is clicked. */
function showVariables(): void {
  document.querySelector<HTMLButtonElement>('.graphiql-editor-tools [data-name="variables"]')?.click();
}
