// The gallery in groups, by what the examples are about.
import type { Example, Language } from './examples';

/** A group, with the numbers of its examples, which their files begin with. */
interface Group {
  readonly name: Readonly<Record<Language, string>>;
  readonly numbers: readonly number[];
}

const groups: readonly Group[] = [
  {
    name: { en: 'Sites and infrastructures', de: 'Standorte und Infrastrukturen' },
    numbers: [1, 2, 6, 11, 18, 23, 36, 38, 42],
  },
  { name: { en: 'Time and money', de: 'Zeit und Geld' }, numbers: [3, 7, 14, 27, 29, 32, 40, 44] },
  {
    name: { en: 'Data, services and standards', de: 'Daten, Dienste und Standards' },
    numbers: [8, 9, 10, 13, 39, 46, 47, 48, 49],
  },
  { name: { en: 'Search', de: 'Suche' }, numbers: [19, 20, 21, 22] },
  { name: { en: 'Links and paths', de: 'Verknüpfungen und Wege' }, numbers: [4, 12, 24, 25, 26, 28, 37] },
  {
    name: { en: 'Counts and coverage', de: 'Zählungen und Abdeckung' },
    numbers: [16, 17, 30, 31, 33, 34, 35, 41],
  },
  { name: { en: 'Statements and sources', de: 'Aussagen und Quellen' }, numbers: [5, 15, 43, 45] },
];

/** Examples of no group, such as those that were added since. */
const others: Group['name'] = { en: 'More', de: 'Weitere' };

/** A group with its examples; empty ones are left out. */
export interface GroupOfExamples {
  readonly name: string;
  readonly examples: readonly Example[];
}

const numberOf = ({ key }: Example): number => Number.parseInt(key, 10);

export function grouped(examples: readonly Example[], language: Language): GroupOfExamples[] {
  const listed = new Set(groups.flatMap(({ numbers }) => numbers));
  const all = [
    ...groups.map(({ name, numbers }) => ({
      name: name[language],
      examples: examples.filter((example) => numbers.includes(numberOf(example))),
    })),
    { name: others[language], examples: examples.filter((example) => !listed.has(numberOf(example))) },
  ];
  return all.filter((group) => group.examples.length > 0);
}

/** The examples that have all words, in either language or in the query. */
export function found(examples: readonly Example[], words: string): readonly Example[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  return examples.filter(({ title, operationName, query }) => {
    const text = plain([title.de, title.en, operationName, query].join(' '));
    return wanted.every((word) => text.includes(word));
  });
}

/** Without accents and case. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
