/** The links of some records: a page of them, and those that state something about the records themselves. */
import {
  attributeOf,
  describe,
  type Description,
  type LinkList,
  type RecordClass,
  type Side,
} from '../../resource/description';
import type { StoredRecord } from '../../resource/record';
import { mostListed } from '../../resource/whole-record';
import type { Registry } from '../../resource/registry';
import { getOrMake, groupBy } from '../../maps';
import { PageInfo } from '../requested-connection';
import type { RequestedList } from '../requested-list';
import type { WalkedRange } from './walked-range';
import { declaredList, linksOfAnyType } from '../lists';
import { readingFor } from '../records';
import type { Source } from '../source';
import { keyOrdered } from './key-ordered';
import { recordsBelow } from './within';

/** A page of the links of records. */
export interface LinksOptions {
  first: number;
  /** Cursor of a page before, of the same record. */
  after?: string | null;
}

/** The links of one record that were read, in the order of their keys. */
export interface FoundLinks {
  links: StoredRecord[];
  /** Whether more links than were read state something about the record. */
  isCut: boolean;
  /** The cursor after which there are more; null if there are none, or no page was asked for. */
  next: string | null;
}

/**
 * The links of resources by key.
 * @param isDescribed whether links of a class are described elsewhere, so that only their ends, role and last day are needed
 * @param within the range of the keys, if the records are all of their class in it
 * @throws BadUserInput for a cursor of another list
 */
export async function linksAt(
  source: Source,
  records: readonly StoredRecord[],
  options: LinksOptions | null,
  { isDescribed, within }: { isDescribed: (link: Description) => boolean; within: WalkedRange | null },
): Promise<Map<string, FoundLinks>> {
  const found = new Map<string, FoundLinks>();
  const byClass = groupBy(records, ({ key }) => source.registry.ofKey(key));
  const at = (key: string) =>
    getOrMake(found, key, (): FoundLinks => ({ links: [], isCut: false, next: null }));
  const read = async (list: RequestedList, keys: readonly string[]) => {
    for (const [key, links] of await recordsBelow(source, list, keys, within)) {
      const own = at(key);
      own.isCut ||= links.length > mostListed;
      own.links.push(...links.slice(0, mostListed));
    }
  };
  const readPage = async (list: RequestedList, keys: readonly string[]) => {
    const pages = await source.pages(list, keys);
    keys.forEach((key, index) => {
      const page = pages[index];
      if (!page || page.records.length === 0) return;
      const own = at(key);
      own.links.push(...page.records);
      if (page.hasNextPage) own.next = new PageInfo(page, list.opened.cursorAt).endCursor;
    });
  };
  const reads = [...byClass].flatMap(([description, some]) => {
    if (description?.kind !== 'resource') return [];
    const keys = [...new Set(some.map(({ key }) => key))];
    return statingLinks(source.registry, description).map(({ link, whole, brief }) =>
      read(isDescribed(link) ? brief : whole, keys),
    );
  });
  const all = records.map(({ key }) => key).filter((key) => source.registry.ofKey(key)?.kind === 'resource');
  const page = options && keyOrdered(linksOfAnyType({}), options.first, { after: options.after });
  await Promise.all([...reads, ...(page ? [readPage(page, all)] : [])]);
  for (const own of found.values()) own.links = inOrder(own.links);
  return found;
}

/** Each once, in the order of their keys. */
const inOrder = (links: StoredRecord[]): StoredRecord[] =>
  areInOrder(links)
    ? links
    : [...new Map(links.map((link) => [link.key, link])).values()].sort((one, other) =>
        one.key < other.key ? -1 : 1,
      );

const areInOrder = (links: readonly StoredRecord[]): boolean =>
  links.every(({ key }, index) => {
    const before = links[index - 1];
    return before === undefined || before.key < key;
  });

/** Links of one class at one end. */
interface StatingLinks {
  link: Description;
  whole: RequestedList;
  /** The same with their ends, role and last day only. */
  brief: RequestedList;
}

const briefLinks = readingFor(() => new Set(['role', 'endsOn']));

const stating = new WeakMap<Description, StatingLinks[]>();

/** The links with roles that state something about a record of a class, at the end where it may stand. */
const statingLinks = (registry: Registry, description: Description): StatingLinks[] =>
  getOrMake(stating, description, () =>
    registry.links.flatMap((link) =>
      (['from', 'to'] as const).flatMap((side) => {
        const roles = mayStandAt(registry, description, link, side) ? rolesStatedOf(link, side) : [];
        if (roles.length === 0) return [];
        const list: LinkList = {
          kind: 'links',
          name: `${link.path} ${side}`,
          about: '',
          link: () => link.class,
          as: side,
        };
        const listing = declaredList(description, list, { roles });
        return [
          {
            link,
            whole: keyOrdered(listing, mostListed + 1),
            brief: keyOrdered(listing, mostListed + 1, { reading: briefLinks }),
          },
        ];
      }),
    ),
  );

function mayStandAt(
  registry: Registry,
  { class: type }: Description,
  link: Description,
  side: Side,
): boolean {
  return link.ends.some((end) => {
    const classes: readonly RecordClass[] = registry.classesOf(end);
    return end.side === side && classes.some((each) => describe(each).class === type);
  });
}

const rolesStatedOf = (link: Description, side: Side): string[] =>
  Object.entries(attributeOf(link, 'role')?.scheme?.concepts ?? {}).flatMap(([role, { term }]) =>
    term?.of === side ? [role] : [],
  );
