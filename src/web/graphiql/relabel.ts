// GraphiQL's own labels in the visitor's language: it has English ones only, which are reworded where they stand.
import { language, whenLanguageChanges } from './language';

/** Parts of GraphiQL that consist of its own words. Editors, answers, examples and names of the schema are not among them. */
const places = [
  '.graphiql-sidebar button',
  '.graphiql-session-header > *',
  '.graphiql-query-editor',
  '.graphiql-toolbar',
  '.graphiql-execute-button',
  '.graphiql-editor-tools > button',
  '.graphiql-editor-tool',
  '.result-window',
  '.graphiql-tab-close',
  '.graphiql-history',
  '.graphiql-history-header *',
  '.graphiql-history-header',
  '.graphiql-history-item-action',
  '.graphiql-history-item-label',
  '.graphiql-doc-explorer',
  '.graphiql-doc-explorer-title',
  '.graphiql-doc-explorer-search',
  '.graphiql-doc-explorer-section-title',
  '.graphiql-doc-explorer-content button',
  '.graphiql-doc-explorer-content > .graphiql-markdown-description p',
  '.graphiql-doc-explorer-search-empty',
  '.graphiql-doc-explorer-search-divider',
  '.graphiql-tooltip',
  '.graphiql-tooltip *',
  '.graphiql-dialog *',
].join(', ');

/** The German labels, which are fetched with the first switch to German: those who read English have nothing reworded. */
let germanLabel: ((english: string) => string | undefined) | null = null;

/** What stood somewhere in English before it was reworded. A text is a node, a label is an attribute of an element. */
const reworded = new WeakMap<Node, { english: string; shown: string }>();

/** The text to show where another one stands: undefined where that is right, or none of GraphiQL's own. */
function rewordedIn(node: Node, present: string): string | undefined {
  const before = reworded.get(node);
  const english = before?.shown === present ? before.english : present;
  const german = germanLabel?.(english);
  if (german === undefined) return undefined;
  const shown = language() === 'de' ? german : english;
  reworded.set(node, { english, shown });
  return shown === present ? undefined : shown;
}

/** React writes a text or label again only when its own one changes, so both are changed where they are. */
function reword(element: Element): void {
  const label = element.getAttributeNode('aria-label');
  const shown = label && rewordedIn(label, label.value);
  if (label && shown !== undefined && shown !== null) label.value = shown;
  for (const node of element.childNodes) {
    if (!(node instanceof Text)) continue;
    const text = rewordedIn(node, node.data);
    if (text !== undefined) node.data = text;
  }
}

const rewordAll = (): void => {
  if (germanLabel) for (const element of document.querySelectorAll(places)) reword(element);
};

async function follow(): Promise<void> {
  if (language() === 'de') germanLabel ??= (await import('./german-labels')).germanLabel;
  rewordAll();
}

/** Keeps GraphiQL's labels in the visitor's language, now and whenever it draws others. */
export function relabel(): void {
  const attributes = { attributes: true, attributeFilter: ['aria-label'] };
  new MutationObserver(rewordAll).observe(document.body, { ...attributes, childList: true, subtree: true });
  whenLanguageChanges(() => void follow());
  void follow();
}
