// Twelve questions of an analyst, answered by clicking from the front page in at most five clicks, without scripts.
import { textOf } from '../../helpers/html';
import { SmallWorld } from '../../helpers/small-world';
import { seededDatabase } from '../../helpers/template-databases';
import { Gateway } from '../../http/gateway';

jest.setTimeout(180_000);

let gateway: Gateway;
beforeAll(async () => {
  gateway = await Gateway.of(await SmallWorld.in(await seededDatabase('sqlite')), {
    MAX_COST_PER_MINUTE: '2000000000',
  });
});
afterAll(() => gateway.end());

const mostClicks = 5;
const unescaped = (text: string): string => text.replace(/&amp;/g, '&').replace(/&quot;/g, '"');

/** A reader who sees only what a page shows: its links, and the fields of its forms. */
class Analyst {
  private html = '';
  private clicks = 0;

  static async atTheDoor(): Promise<Analyst> {
    const analyst = new Analyst();
    await analyst.open('/?lang=en');
    return analyst;
  }

  get words(): string {
    return textOf(this.html);
  }

  private async open(path: string): Promise<void> {
    const { status, text } = await gateway.get(path, { headers: { accept: 'text/html' } });
    expect(status).toBe(200);
    this.html = text;
  }

  private async click(path: string): Promise<this> {
    this.clicks += 1;
    expect(this.clicks).toBeLessThanOrEqual(mostClicks);
    await this.open(path);
    return this;
  }

  /** Follows the first link with this text. */
  async follow(name: string): Promise<this> {
    const links = [...this.html.matchAll(/<a [^>]*?href="([^"]*)"[^>]*>(.*?)<\/a>/gs)];
    const found = links.find(([, , content = '']) => textOf(`<body>${content}`).trim() === name);
    if (!found) throw new Error(`No link "${name}" is on the page: ${this.words.slice(0, 500)}`);
    return this.click(unescaped(found[1] ?? ''));
  }

  /** Fills in the form of the picture, and sends it. Each value must be one that the form offers. */
  async fill(path: string, fields: readonly (readonly [string, string])[]): Promise<this> {
    const form = new RegExp(`<form[^>]* action="${path}"[^>]*>.*?</form>`, 's').exec(this.html)?.[0] ?? '';
    for (const [name, value] of fields) {
      expect(form).toContain(`name="${name}"`);
      if (name !== 'on') expect(form).toContain(`value="${value}"`);
    }
    const search = new URLSearchParams(fields.map(([name, value]) => [name, value]));
    if (form.includes('name="lang"')) search.set('lang', 'en');
    return this.click(`${path}?${search.toString()}`);
  }
}

it('1 · which sites in Bavaria have image and emergency data, and of which is it not known', async () => {
  const analyst = await (await Analyst.atTheDoor()).follow('Coverage');
  await analyst.fill('/coverage', [
    ['modality', 'IMAGING'],
    ['modality', 'EMERGENCY_CARE'],
    ['state', 'BAVARIA'],
  ]);
  // Six of the 39 university medical centres are in Bavaria (docs/counting.md).
  expect(analyst.words).toContain('6 yes · 33 no · 0 unknown');
  expect(analyst.words).toMatch(/Has all \(\d+\)/);
});

it('2 · what each funding period paid, and for how many awards that is known', async () => {
  const { words } = await (await Analyst.atTheDoor()).follow('Money');
  expect(words).toContain('Funding period 2 of the NUM €240,000,000 (About)');
  expect(words).toContain('amount known for 3 of 26 awards');
});

it('3 · what NUM-RDP grew out of; no source names what follows it', async () => {
  const analyst = await (await Analyst.atTheDoor()).follow('Infrastructures');
  await (await analyst.follow('NUM Routine Data Platform')).follow('Show as a network');
  expect(analyst.words).toContain('Around NUM Routine Data Platform');
  expect(analyst.words).toContain('CODEX (Project)');
  expect(analyst.words).toContain('COMPASS (Project)');
  expect(analyst.words).not.toContain('Succeeded by');
});

it('4 · whom to call in Marburg about emergency departments', async () => {
  const analyst = await (await Analyst.atTheDoor()).follow('Coverage');
  await analyst.fill('/coverage', [
    ['infrastructure', 'aktin-num'],
    ['infrastructure', 'num-rdp'],
    ['state', 'HESSE'],
    ['on', '2024-06-01'],
  ]);
  // docs/coverage.md: Marburg has all, and the contact is the office of AKTIN.
  expect(analyst.words).toContain('Has all (1)');
  expect(analyst.words).toMatch(/University Hospital Marburg .*AKTIN/);
});

const aroundMarburg = [
  ['of', 'institutions/marburg'],
  ['kind', 'PARTICIPATION'],
  ['on', '2024-06-01'],
] as const;

it('5 · in which infrastructures Marburg was in June 2024', async () => {
  const analyst = await (await Analyst.atTheDoor()).follow('Network');
  await analyst.fill('/network', aroundMarburg);
  for (const acronym of ['AKTIN@NUM', 'NUM-DIZ', 'NUM-RDP', 'RACOON'])
    expect(analyst.words).toContain(`${acronym} (Infrastructure)`);
  expect(analyst.words).not.toContain('NUKLEUS (Infrastructure)');
});

it('6 · who says so', async () => {
  const analyst = await (await Analyst.atTheDoor()).follow('Network');
  await (await analyst.fill('/network', aroundMarburg)).follow('Participates');
  expect(analyst.words).toContain('The Marburg site is involved in FOUR research infrastructures');
});

it('7 · how RACOON and NUKLEUS are connected', async () => {
  const analyst = await (await Analyst.atTheDoor()).follow('Network');
  await analyst.fill('/network', [
    ['of', 'infrastructures/racoon'],
    ['to', 'infrastructures/nukleus'],
  ]);
  // docs/graph-questions.md: over the sites that take part in both, Berlin first.
  expect(analyst.words).toContain('Berlin (Institution)');
});

it('8 · which sites coordinate RACOON', async () => {
  const analyst = await (await Analyst.atTheDoor()).follow('Map');
  await analyst.fill('/map', [['show', 'infrastructures/racoon']]);
  expect(analyst.words).toMatch(/Frankfurt: Coordinates/);
  expect(analyst.words).toMatch(/Berlin: Coordinates/);
});

it('9 · whether NUM-RDP was still there in January 2026', async () => {
  const analyst = await (await Analyst.atTheDoor()).follow('Map');
  await analyst.fill('/map', [
    ['show', 'infrastructures/num-rdp'],
    ['on', '2026-01-15'],
  ]);
  expect(analyst.words).toContain('no (39)');
});

it('10 · when the second funding period was', async () => {
  const { words } = await (await Analyst.atTheDoor()).follow('Timeline');
  expect(words).toContain('Funding period 2 of the NUM: from 1 January 2022 until 30 June 2025');
});

it('11 · what Marburg and Giessen have in common', async () => {
  const analyst = await (await Analyst.atTheDoor()).follow('Compare');
  await analyst.fill('/compare', [
    ['a', 'institutions/marburg'],
    ['b', 'institutions/giessen'],
  ]);
  expect(analyst.words).toContain('NUM Data Integration Centres NUM Routine Data Platform');
});

it('12 · which projects use RACOON', async () => {
  const analyst = await (await Analyst.atTheDoor()).follow('Matrix');
  await analyst.fill('/matrix', [['link', 'USAGE']]);
  expect(analyst.words).toMatch(/RACOON-COMBINE – RACOON: yes/);
});
