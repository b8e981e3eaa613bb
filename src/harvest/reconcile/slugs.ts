/** Readable slugs for new records: from the title, with a digest where another record has it. The same thing gets the same slug. */
import { createHash } from 'node:crypto';
import { slugPattern } from '../../resource/identity';
import { fold } from '../../resource/search/fold';
import type { NewRecord } from './reconciler';

const longest = 60;
const digestLength = 8;

const german: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue' };

/** The title as a slug, cut between words; empty if it has no Latin letters. */
export function slugOfTitle(title: string): string {
  const spelt = fold(
    title
      .normalize('NFC')
      .toLowerCase()
      .replace(/[äöü]/g, (letter) => german[letter] ?? letter),
  ).text;
  const words = spelt.match(/[a-z0-9]+/g) ?? [];
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? word.slice(0, longest) : `${slug}-${word}`;
    if (longer.length > longest) break;
    slug = longer;
  }
  return slug;
}

const digestOf = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, digestLength);

const inOrder = ['en', 'de'];

/** The title that a slug is made of: the English one if there is one, as the slugs of the seeds are mostly English. */
function titleOf({ names }: NewRecord): string {
  const preferred = inOrder.flatMap((tag) => names.find(({ language }) => language === tag) ?? []);
  return (preferred[0] ?? names[0])?.value ?? '';
}

/** What another gateway only mentions has its slug at the end of its address; empty for other addresses. */
const slugInAddress = (iri: string | null, path: string): string => {
  const at = iri?.lastIndexOf(`/${path}/`) ?? -1;
  return iri === null || at < 0 ? '' : iri.slice(at + path.length + 2);
};

/** Gives slugs, none twice. */
export class Slugs {
  private readonly given = new Map<string, string>();

  /**
   * @param isTaken whether a record has a key already
   * @param paths the path of each class
   */
  constructor(
    private readonly isTaken: (key: string) => boolean,
    private readonly paths: ReadonlyMap<string, string>,
  ) {}

  /** @param wished a slug that the document tells, taken if it is free */
  slugFor(record: NewRecord, wished: string | null = null): string {
    // What has no address and the same name, as two distributions may have, is told apart by what the document calls it.
    const what = `${record.type} ${record.iri ?? JSON.stringify(wished ?? record.names)}`;
    const earlier = this.given.get(what);
    if (earlier !== undefined) return earlier;
    const path = this.paths.get(record.type) ?? record.type;
    const title = slugOfTitle(titleOf(record));
    const digest = digestOf(what);
    const choices = [
      wished ?? slugInAddress(record.iri, path),
      title,
      title === '' ? digest : `${title}-${digest}`,
      `${digest}-${digestOf(digest)}`,
    ];
    const slug =
      choices.find(
        (each) =>
          slugPattern.test(each) && !this.isTaken(`${path}/${each}`) && !this.taken.has(`${path}/${each}`),
      ) ?? digest;
    this.taken.add(`${path}/${slug}`);
    this.given.set(what, slug);
    return slug;
  }

  private readonly taken = new Set<string>();
}
