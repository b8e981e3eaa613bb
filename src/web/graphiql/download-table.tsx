// A toolbar menu that saves the answer to the open query as a table.
import { pick, ToolbarButton, ToolbarMenu, useGraphiQL } from '@graphiql/react';
import { useState } from 'react';
import { saveTable, type TableFormat } from './table';
import { useLanguage } from './use-language';
import { words } from './words';

const formats: readonly TableFormat[] = ['xlsx', 'csv', 'ndjson'];

export function DownloadTable() {
  const say = words[useLanguage()];
  const { queryEditor, variableEditor, responseEditor, operationName } = useGraphiQL(
    pick('queryEditor', 'variableEditor', 'responseEditor', 'operationName'),
  );
  // The editors are created a moment after the toolbar. Before that there is no query, and no place to show an error.
  const isReady = Boolean(queryEditor && responseEditor);
  const [state, setState] = useState<'readingTable' | 'tableSaved' | 'noTable'>();

  async function download(format: TableFormat) {
    const query = queryEditor?.getValue() ?? '';
    const variables = variableEditor?.getValue() ?? '';
    setState('readingTable');
    const refusal = await saveTable({ query, variables, operationName: operationName ?? '' }, format);
    if (refusal !== undefined) responseEditor?.setValue(refusal);
    setState(refusal === undefined ? 'tableSaved' : 'noTable');
    setTimeout(() => setState(undefined), 4000);
  }

  return (
    <ToolbarMenu
      button={
        <ToolbarButton label={say[state ?? 'downloadTable']} disabled={!isReady || state === 'readingTable'}>
          <svg
            className="graphiql-toolbar-icon"
            viewBox="0 0 24 24"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.5"
            strokeLinecap="round"
            strokeLinejoin="round"
            aria-hidden="true"
          >
            {state === 'tableSaved' ? (
              <path d="m5 13 4.5 4.5L19 7" />
            ) : (
              <path d="M4 13V5h16v8M4 9h16M9.5 5v6M14.5 5v6M12 12.5V20m-3.5-3.5L12 20l3.5-3.5" />
            )}
          </svg>
        </ToolbarButton>
      }
    >
      {formats.map((format) => (
        <ToolbarMenu.Item key={format} onSelect={() => void download(format)}>
          {say.tableFormats[format]}
        </ToolbarMenu.Item>
      ))}
    </ToolbarMenu>
  );
}
