/** The pages of the documentation, read once from the files that ship with the gateway, and a search over them. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import type { Doc, DocHit, DocName } from '../../web/pages/docs/doc';
import { outerPages, type LinkTargets } from './links';
import { docOf } from './markdown';

export interface Library {
  /** By name; the order is that of the table of contents. */
  readonly docs: ReadonlyMap<string, Doc>;
  readonly search: (words: string) => readonly DocHit[];
}

const mostHits = 30;
const longestExcerpt = 220;

/** @param root the folder of the gateway, with `docs` in it */
export async function readLibrary(root: string, publicPath: string): Promise<Library> {
  const folder = join(root, 'docs');
  const files = await filesOf(folder);
  const pages = new Set(files.map(({ name }) => name));
  const targets: LinkTargets = { publicPath, pages };
  const docs = new Map(files.map(({ name, text }) => [name, docOf(name, text, targets)]));
  return { docs, search: searchOver([...docs.values()]) };
}

interface File {
  readonly name: string;
  readonly text: string;
}

async function filesOf(folder: string): Promise<File[]> {
  const inner = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.md')).sort();
  const named = [
    ...Object.entries(outerPages),
    ...inner.map((file) => [file, file.replace(/\.md$/, '')] as const),
  ];
  const read = named.map(async ([path, name]): Promise<File[]> => {
    const text = await readFile(join(folder, path), 'utf8').catch(() => null);
    return text === null ? [] : [{ name, text }];
  });
  return (await Promise.all(read)).flat();
}

/** Finds sections by their words, by beginnings of words, and with a letter wrong. */
function searchOver(docs: readonly Doc[]): Library['search'] {
  const sections = docs.flatMap((doc) => doc.sections.map((section) => ({ doc: nameOf(doc), section })));
  const index = new MiniSearch({ fields: ['title', 'page', 'text'] });
  index.addAll(
    sections.map(({ doc, section: { title, text } }, id) => ({ id, title, page: doc.title, text })),
  );
  return (words) =>
    index
      .search(words, { prefix: true, fuzzy: 0.15, combineWith: 'AND', boost: { title: 4, page: 2 } })
      .slice(0, mostHits)
      .flatMap(({ id, terms }): DocHit[] => {
        const found = sections[Number(id)];
        if (!found) return [];
        const { id: anchor, title, text } = found.section;
        return [{ doc: found.doc, anchor, title, excerpt: excerptOf(text, terms) }];
      });
}

const nameOf = ({ name, title }: Doc): DocName => ({ name, title });

/** The text around the first word that was found. */
function excerptOf(text: string, terms: readonly string[]): string {
  const plain = text.replace(/\s+/g, ' ');
  const places = terms.map((term) => plain.toLowerCase().indexOf(term)).filter((place) => place >= 0);
  const start = Math.max(0, Math.min(...(places.length > 0 ? places : [0])) - 60);
  const end = start + longestExcerpt;
  return `${start > 0 ? '… ' : ''}${plain.slice(start, end).trim()}${end < plain.length ? ' …' : ''}`;
}
