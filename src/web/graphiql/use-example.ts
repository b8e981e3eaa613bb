// Opens an example in a tab and runs it.
import { pick, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { exampleIn, textOf, type Example } from './examples';
import { language } from './language';
import { tour } from './tour';

/** The example that the open tab holds untouched, if any. */
export function useOpenExample(): Example | undefined {
  const { tabs, activeTabIndex } = useGraphiQL(pick('tabs', 'activeTabIndex'));
  return exampleIn(tabs[activeTabIndex]?.query ?? '', tour);
}

/** A function that opens an example and runs it; what the visitor wrote himself is never overwritten. */
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
    // The editor finds the operation's name a moment later; the run would still send the one before.
    setOperationName(example.operationName);
    run();
  };
}

/** Opens the pane of the variables, which GraphiQL lets nobody but its own button do. */
function showVariables(): void {
  document.querySelector<HTMLButtonElement>('.graphiql-editor-tools [data-name="variables"]')?.click();
}
