// The checks and suggestions for JSON need a large worker: it is loaded when somebody first writes variables or headers. Renders nothing.
import { pick, useGraphiQL, useMonaco } from '@graphiql/react';
import { useEffect } from 'react';

/** Which services the editor has for JSON; as Monaco declares it. */
type Services = Readonly<Record<string, boolean>>;

interface JsonDefaults {
  readonly modeConfiguration: Services;
  setModeConfiguration(services: Services): void;
}

/** Colours and folding by indentation need no worker. */
const untilThen: Services = { tokens: true };
let all: Services | undefined;

export function JsonChecks() {
  const monaco = useMonaco((state) => state.monaco);
  const { variableEditor, headerEditor } = useGraphiQL(pick('variableEditor', 'headerEditor'));

  useEffect(() => {
    if (!monaco || all) return;
    const defaults = defaultsOf(monaco);
    all = defaults.modeConfiguration;
    defaults.setModeConfiguration(untilThen);
  }, [monaco]);

  useEffect(() => {
    if (!monaco) return undefined;
    const begin = () => {
      const defaults = defaultsOf(monaco);
      if (all && defaults.modeConfiguration !== all) defaults.setModeConfiguration(all);
    };
    const waiting = [variableEditor, headerEditor].map((editor) => editor?.onDidFocusEditorText(begin));
    return () => waiting.forEach((each) => each?.dispose());
  }, [monaco, variableEditor, headerEditor]);

  return null;
}

const defaultsOf = (monaco: object): JsonDefaults =>
  (monaco as { languages: { json: { jsonDefaults: JsonDefaults } } }).languages.json.jsonDefaults;
