// A toolbar button that copies a link to the open query.
import { pick, ToolbarButton, useGraphiQL } from '@graphiql/react';
import { useState } from 'react';
import { chosenView } from './answer/view';
import { writeLink } from './link';
import { useLanguage } from './use-language';
import { words } from './words';

export function CopyLink() {
  const say = words[useLanguage()];
  const { queryEditor, variableEditor, operationName } = useGraphiQL(
    pick('queryEditor', 'variableEditor', 'operationName'),
  );
  const [outcome, setOutcome] = useState<'linkCopied' | 'linkInAddressBar'>();

  async function copy() {
    const query = queryEditor?.getValue() ?? '';
    const variables = variableEditor?.getValue() ?? '';
    const view = chosenView();
    const link = { query, variables, operationName: operationName ?? '' };
    history.replaceState(null, '', writeLink({ ...link, ...(view !== 'json' && { view }) }));
    try {
      await navigator.clipboard.writeText(location.href);
      setOutcome('linkCopied');
    } catch {
      // Browsers deny access to the clipboard on pages without TLS.
      setOutcome('linkInAddressBar');
    }
    setTimeout(() => setOutcome(undefined), 4000);
  }

  return (
    <ToolbarButton label={say[outcome ?? 'copyLink']} onClick={() => void copy()}>
      <svg
        className="graphiql-toolbar-icon"
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        aria-hidden="true"
      >
        {outcome ? (
          <path d="m5 13 4.5 4.5L19 7" strokeLinecap="round" strokeLinejoin="round" />
        ) : (
          <path
            d="M10 14a4 4 0 0 0 5.7 0l3.1-3.1a4 4 0 0 0-5.7-5.7l-1.3 1.3M14 10a4 4 0 0 0-5.7 0l-3.1 3.1a4 4 0 0 0 5.7 5.7l1.3-1.3"
            strokeLinecap="round"
          />
        )}
      </svg>
    </ToolbarButton>
  );
}
