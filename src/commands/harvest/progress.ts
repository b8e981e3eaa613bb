/** How far a harvest is, on a terminal; nothing elsewhere. */
import type { SourceDocument } from '../../harvest/document';
import type { HarvestProgress } from '../../harvest/run/run-parts';

const words = {
  en: {
    read: 'reading',
    link: 'linking',
    write: 'writing',
    records: 'records',
    documents: 'documents',
    of: 'of',
  },
  de: {
    read: 'liest',
    link: 'verknüpft',
    write: 'schreibt',
    records: 'Einträge',
    documents: 'Dokumente',
    of: 'von',
  },
};

interface Progress {
  readonly show: (progress: HarvestProgress) => void;
  /** A document was read. */
  readonly read: (document: Pick<SourceDocument, 'address'>) => void;
  /** Removes the line. */
  readonly end: () => void;
}

/** Shows progress in one line of a terminal. */
export function progressOf(
  source: string,
  lang: keyof typeof words,
  stderr: Pick<NodeJS.WriteStream, 'isTTY' | 'write' | 'columns'> = process.stderr,
): Progress {
  const say = words[lang];
  let [shownAt, documents, records, address] = [0, 0, 0, ''];
  const line = (text: string) =>
    stderr.write(`\r\u001b[K${text.slice(0, Math.max(stderr.columns || 80, 20) - 1)}`);
  const isTime = () => {
    const now = performance.now();
    if (!stderr.isTTY || now - shownAt < 100) return false;
    shownAt = now;
    return true;
  };
  const reading = () =>
    line(`${source}: ${say.read} ${documents} ${say.documents}, ${records} ${say.records}  ${address}`);
  return {
    show: ({ phase, done, total }) => {
      if (phase === 'read') records = done;
      if (!stderr.isTTY || (!isTime() && done !== total)) return;
      if (phase === 'read') reading();
      else
        line(`${source}: ${say[phase]} ${done}${total === null ? '' : ` ${say.of} ${total}`} ${say.records}`);
    },
    read: (document) => {
      documents += 1;
      ({ address } = document);
      if (isTime()) reading();
    },
    end: () => {
      if (stderr.isTTY) stderr.write('\r\u001b[K');
    },
  };
}
