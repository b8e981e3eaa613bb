/** Finds the RDF in a document around it, such as a web page or an answer in Markdown; its lines stay what they are. */
import type { Finding } from '../../finding';
import { embeddedIn, isHtml } from '../../reading/html';
import { finding } from './finding';
import { jsonLdIn } from './json-around';

interface Inner {
  readonly text: string;
  /** The media type of what was found, if it is another one than that of the whole. */
  readonly type: string | null;
  readonly findings: readonly Finding[];
}

/** Null if nothing stands around the RDF. */
export function rdfWithin(text: string, document: string): Inner | null {
  const place = { document, line: 1, column: null };
  if (isHtml(text)) {
    const embedded = embeddedIn(text);
    const words = { number: embedded?.count ?? 0 };
    return (
      embedded && {
        text: embedded.text,
        type: 'application/ld+json',
        findings: [finding('embedded-in-page', { place, words })],
      }
    );
  }
  const json = jsonLdIn(text, document);
  if (json !== null) return json;
  const fenced = withinFences(text);
  if (fenced === null) return null;
  return {
    text: fenced,
    type: null,
    findings: [finding('markdown-fence', { place, before: '```', after: '' })],
  };
}

const fence = /^\s*```+\s*[\w+/.-]*\s*$/;

/** The lines between the first fences of Markdown; blank lines in the place of all others. */
function withinFences(text: string): string | null {
  // RDF has no line that begins like this.
  if (!/^\s*```/m.test(text.slice(0, 20_000))) return null;
  const lines = text.split('\n');
  const state = { within: false, found: false };
  const kept = lines.map((line) => {
    if (!fence.test(line)) return state.within ? line : '';
    state.within = !state.within;
    state.found = true;
    return '';
  });
  return state.found ? kept.join('\n') : null;
}
