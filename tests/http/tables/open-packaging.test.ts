/** Workbooks by the rules of their format (ECMA-376), read part by part: what Excel would offer to repair is found here. */
import { once } from 'node:events';
import { SaxesParser, type SaxesTagPlain } from '@rubensworks/saxes';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import type { PlainRecords } from '../../helpers/small-world';
import { Gateway } from '../gateway';

jest.setTimeout(120_000);

const long = `${'ä'.repeat(32_766)}😀😀`;
const addresses = {
  'with-an-escape': 'https://example.org/a_x0041_b?c=1&d=2',
  'with-a-port': 'https://example.org:8443/path#fragment',
  'no-port': 'https://example.org:notaport/',
  'no-host': 'https://[::1/',
  'two-hashes': 'https://example.org/a#b#c',
  'no-escape': 'https://example.org/100%',
};

const records: PlainRecords = {
  Institution: [
    { slug: 'plain', name: { en: 'A & B <c> "d" ]]>' }, kind: 'UNIVERSITY_MEDICAL_CENTRE' },
    {
      slug: 'odd',
      name: { en: '=1+1 _x0041_ é 😀' },
      kind: 'UNIVERSITY_MEDICAL_CENTRE',
      description: { en: long },
    },
  ],
  Service: Object.entries(addresses).map(([slug, address]) => ({ slug, name: { en: address } })),
  Participation: [
    { institution: 'plain', infrastructure: 'naton', role: 'LEADS', startsOn: '2020-04-01' },
    { institution: 'odd', infrastructure: 'naton', role: 'LEADS', startsOn: '1899-12-31' },
  ],
  Infrastructure: [{ slug: 'naton', name: { en: 'NATON' } }],
};

interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

let gateway: Gateway;
beforeAll(async () => {
  gateway = await Gateway.over('sqlite', records);
});
afterAll(() => gateway.end());

/** The parts of a workbook by their paths, in their order. */
async function partsOf(query: string, more: Record<string, string> = {}): Promise<Map<string, string>> {
  const address = new URLSearchParams({ query, format: 'xlsx', ...more });
  const response = await fetch(`${gateway.url}/graphql?${address.toString()}`);
  const bytes = Buffer.from(await response.arrayBuffer());
  expect([response.status, response.ok ? '' : bytes.toString()]).toEqual([200, '']);
  const archive = await new Promise<ZipFile>((opened, failed) =>
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => (error ? failed(error) : opened(zip))),
  );
  const parts = new Map<string, string>();
  for await (const [entry, text] of entriesOf(archive)) {
    expect(parts.has(entry.fileName)).toBe(false);
    parts.set(entry.fileName, text);
  }
  return parts;
}

async function* entriesOf(archive: ZipFile): AsyncGenerator<readonly [Entry, string]> {
  for (let count = 0; count < archive.entryCount; count += 1) {
    const next = once(archive, 'entry') as Promise<[Entry]>;
    archive.readEntry();
    const [entry] = await next;
    const pieces = await new Promise<Buffer[]>((read, failed) =>
      archive.openReadStream(entry, (error, stream) => {
        if (error) {
          failed(error);
          return;
        }
        const all: Buffer[] = [];
        stream.on('data', (piece: Buffer) => all.push(piece)).on('error', failed);
        stream.on('end', () => read(all));
      }),
    );
    yield [entry, new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces))];
  }
}

/** The tags of a part. A part that is no well-formed XML is an error. */
function tagsOf(xml: string | undefined): Tag[] {
  const parser = new SaxesParser();
  const tags: Tag[] = [];
  const open: Tag[] = [];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    const tag = { name, attributes, text: '' };
    tags.push(tag);
    open.push(tag);
  });
  parser.on('text', (text) => {
    const tag = open.at(-1);
    if (tag) tag.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(xml ?? '').close();
  return tags;
}

const named = (tags: readonly Tag[], name: string) => tags.filter((tag) => tag.name === name);
const folderOf = (path: string): string => path.replace(/_rels\/[^/]*$/, '');

/** What Excel decodes in a text: _x0041_ is A. */
const decoded = (text: string): string =>
  text.replace(/_x([\dA-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** @returns what breaks a rule */
function faultsOf(parts: ReadonlyMap<string, string>): string[] {
  const faults: string[] = [];
  const check = (isRight: boolean, fault: string) => {
    if (!isRight) faults.push(fault);
  };
  const types = tagsOf(parts.get('[Content_Types].xml'));
  const defaults = new Set(named(types, 'Default').map(({ attributes }) => attributes.Extension));
  const overrides = new Set(named(types, 'Override').map(({ attributes }) => attributes.PartName));
  for (const path of parts.keys())
    check(
      defaults.has(path.replace(/^.*\./, '')) || overrides.has(`/${path}`),
      `${path} has no content type`,
    );
  for (const path of overrides) check(parts.has(String(path).slice(1)), `${path} is typed and not there`);

  for (const [path, xml] of parts) {
    if (!path.endsWith('.rels')) continue;
    const relations = named(tagsOf(xml), 'Relationship');
    const ids = relations.map(({ attributes }) => attributes.Id);
    check(new Set(ids).size === ids.length, `${path} has an id twice`);
    for (const { attributes } of relations) {
      const { TargetMode: mode, Target: target = '' } = attributes;
      if (mode === 'External') check(URL.canParse(target) && target.length <= 2079, `${path}: ${target}`);
      else check(parts.has(folderOf(path) + target), `${path} leads to ${target}, which is not there`);
    }
  }

  const sheets = named(tagsOf(parts.get('xl/workbook.xml')), 'sheet').map(({ attributes }) => attributes);
  const names = sheets.map(({ name = '' }) => name);
  for (const name of names)
    check(/^[^\\/?*[\]:]{1,31}$/.test(name) && !/^'|'$|^history$/i.test(name), `sheet "${name}"`);
  check(new Set(names.map((name) => name.toLowerCase())).size === names.length, 'two sheets have one name');

  const styles = tagsOf(parts.get('xl/styles.xml'));
  const formats = named(styles, 'xf').length - 1;
  for (const { name, attributes } of styles)
    if (attributes.count !== undefined && name !== 'cellXfs')
      check(
        Number(attributes.count) ===
          named(styles, name.replace(/s$/, '')).length - (name === 'cellStyleXfs' ? formats : 0) ||
          name === 'cellStyleXfs',
        `${name} are not ${attributes.count}`,
      );

  sheets.forEach((_, index) => {
    const path = `xl/worksheets/sheet${index + 1}.xml`;
    const tags = tagsOf(parts.get(path));
    const links = named(
      tagsOf(parts.get(path.replace('sheets/', 'sheets/_rels/') + '.rels')),
      'Relationship',
    );
    const linkIds = new Set(links.map(({ attributes }) => attributes.Id));
    let [row, column] = [0, -1];
    const cells = new Set<string>();
    for (const { name, attributes, text } of tags) {
      if (name === 'row') {
        check(Number(attributes.r) > row, `${path}: row ${attributes.r} after ${row}`);
        [row, column] = [Number(attributes.r), -1];
      }
      if (name === 'c') {
        const [, letters = '', number] = /^([A-Z]+)(\d+)$/.exec(attributes.r ?? '') ?? [];
        const at = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
        check(Number(number) === row && at > column, `${path}: ${attributes.r} is not in order`);
        column = at;
        cells.add(attributes.r ?? '');
        check(Number(attributes.s ?? 0) < formats, `${path}: ${attributes.r} has an unknown style`);
        check(['b', 'inlineStr', undefined].includes(attributes.t), `${path}: type ${attributes.t}`);
      }
      if (name === 'v') check(/^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text), `${path}: value ${text}`);
      if (name === 't') check(decoded(text).length <= 32_767, `${path}: a text of ${text.length}`);
      if (name === 'hyperlink')
        check(
          cells.has(attributes.ref ?? '') && linkIds.has(attributes['r:id']),
          `${path}: link ${attributes.ref}`,
        );
    }
    // The order of what a worksheet holds is fixed.
    const order = ['sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'autoFilter', 'hyperlinks'];
    const found = tags.map(({ name }) => order.indexOf(name)).filter((place) => place >= 0);
    check(
      found.every((place, at) => at === 0 || place > (found[at - 1] ?? 0)),
      `${path}: wrong order`,
    );
  });
  return faults;
}

const lists = `query Lists {
  institutions(first: 5) { nodes { slug name description } facets(by: [KIND]) { by buckets { value count } } }
  aVeryLongNameOfAListThatNoSheetCanHaveAsItIs: services { nodes { slug name } }
  aVeryLongNameOfAListThatNoSheetCanHaveEither: participations { nodes { role startsOn institution { slug } } }
  matrix(link: PARTICIPATION) { rows { slug } columns { slug } cells { row { slug } column { slug } } }
}`;

it.each<Record<string, string>>([{}, { labels: 'de' }])(
  'a workbook of several lists keeps all rules, with %j',
  async (more) => {
    expect(faultsOf(await partsOf(lists, more))).toEqual([]);
  },
);

it('an empty list and a list of links only keep them, too', async () => {
  expect(faultsOf(await partsOf('{ datasets { nodes { slug } } }'))).toEqual([]);
  expect(faultsOf(await partsOf('{ services { nodes { name } } }'))).toEqual([]);
});

it('finds what is wrong, so that its silence means something', async () => {
  const parts = await partsOf(lists);
  const broken = (path: string, from: string | RegExp, to: string) =>
    faultsOf(new Map([...parts, [path, (parts.get(path) ?? '').replace(from, to)]]));

  expect(broken('xl/workbook.xml', /name="[^"]+"/, 'name="a:b"')).toEqual(['sheet "a:b"']);
  expect(broken('xl/worksheets/sheet1.xml', 'r="B2"', 'r="A2"')).toHaveLength(1);
  expect(broken('xl/_rels/workbook.xml.rels', 'styles.xml', 'style.xml')).toHaveLength(1);
  expect(() => broken('xl/worksheets/sheet1.xml', '</row>', '')).toThrow(/unexpected close tag/);
});

it('texts are read as they are, and addresses lead where they say; what is no address is text', async () => {
  const parts = await partsOf(lists);
  const texts = named(tagsOf(parts.get('xl/worksheets/sheet1.xml')), 't').map(({ text }) => decoded(text));
  expect(texts).toEqual(expect.arrayContaining(['A & B <c> "d" ]]>', '=1+1 _x0041_ é 😀']));
  const cut = texts.find((text) => text.startsWith('ääää'));
  expect([cut?.length, cut && !/\p{Cs}/u.test(cut), cut?.endsWith('…')]).toEqual([32_767, true, true]);

  const sheet = [...parts.keys()].filter((path) => path.endsWith('/_rels/sheet3.xml.rels'));
  const targets = sheet.flatMap((path) =>
    named(tagsOf(parts.get(path)), 'Relationship').map(({ attributes }) => attributes.Target),
  );
  expect([...targets].sort()).toEqual([addresses['with-a-port'], addresses['with-an-escape']].sort());
});
