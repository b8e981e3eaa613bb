// Twelve questions of an analyst, answered by clicking from the front page in at most five clicks, without scripts.
import { SmallWorld } from '../../helpers/small-world';
import { seededDatabase } from '../../helpers/template-databases';
import { Gateway } from '../../http/gateway';
import { Analyst } from '../analyst';

jest.setTimeout(180_000);

let gateway: Gateway;
beforeAll(async () => {
  gateway = await Gateway.of(await SmallWorld.in(await seededDatabase('sqlite')), {
    MAX_COST_PER_MINUTE: '2000000000',
  });
});
afterAll(() => gateway.end());

const atTheDoor = () => Analyst.atTheDoor(gateway);

it('1 · which sites in Bavaria have image and emergency data, and of which is it not known', async () => {
  const analyst = await (await atTheDoor()).follow('Coverage');
  await analyst.fill('/coverage', [
    ['modality', 'IMAGING'],
    ['modality', 'EMERGENCY_CARE'],
    ['state', 'BAVARIA'],
  ]);
  // Six of the 39 university medical centres are in Bavaria (docs/counting.md); a state only narrows down the sites.
  const counted = [...analyst.words.matchAll(/(Has all|Has a part|not all is known) \((\d+)\)/g)];
  expect(counted.reduce((sum, [, , count]) => sum + Number(count), 0)).toBe(6);
  expect(analyst.words).toContain('University Hospital Augsburg');
  expect(analyst.words).not.toContain('University Hospital Marburg');
});

it('2 · what each funding period paid, and for how many awards that is known', async () => {
  const { words } = await (await atTheDoor()).follow('Money');
  expect(words).toContain('Funding period 2 of the NUM €240,000,000 (About)');
  expect(words).toContain('amount known for 3 of 26 awards');
});

it('3 · what NUM-RDP grew out of; no source names what follows it', async () => {
  const analyst = await (await atTheDoor()).follow('Infrastructures');
  await (await analyst.follow('NUM Routine Data Platform')).follow('Show as a network');
  expect(analyst.words).toContain('Around NUM Routine Data Platform');
  expect(analyst.words).toContain('CODEX (Project)');
  expect(analyst.words).toContain('COMPASS (Project)');
  expect(analyst.words).not.toContain('Succeeded by');
});

it('4 · whom to call in Marburg about emergency departments', async () => {
  const analyst = await (await atTheDoor()).follow('Coverage');
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
  const analyst = await (await atTheDoor()).follow('Network');
  await analyst.fill('/network', aroundMarburg);
  for (const acronym of ['AKTIN@NUM', 'NUM-DIZ', 'NUM-RDP', 'RACOON'])
    expect(analyst.words).toContain(`${acronym} (Infrastructure)`);
  expect(analyst.words).not.toContain('NUKLEUS (Infrastructure)');
});

it('6 · who says so', async () => {
  const analyst = await (await atTheDoor()).follow('Network');
  await (await analyst.fill('/network', aroundMarburg)).follow('Participates');
  expect(analyst.words).toContain('The Marburg site is involved in FOUR research infrastructures');
});

it('7 · how RACOON and NUKLEUS are connected', async () => {
  const analyst = await (await atTheDoor()).follow('Network');
  await analyst.fill('/network', [
    ['of', 'infrastructures/racoon'],
    ['to', 'infrastructures/nukleus'],
  ]);
  // docs/graph-questions.md: over the sites that take part in both, Berlin first.
  expect(analyst.words).toContain('Berlin (Institution)');
});

it('8 · which sites coordinate RACOON', async () => {
  const analyst = await (await atTheDoor()).follow('Map');
  await analyst.fill('/map', [['show', 'infrastructures/racoon']]);
  expect(analyst.words).toMatch(/Frankfurt: Coordinates/);
  expect(analyst.words).toMatch(/Berlin: Coordinates/);
});

it('9 · whether NUM-RDP was still there in January 2026', async () => {
  const analyst = await (await atTheDoor()).follow('Map');
  await analyst.fill('/map', [
    ['show', 'infrastructures/num-rdp'],
    ['on', '2026-01-15'],
  ]);
  expect(analyst.words).toContain('no (39)');
});

it('10 · when the second funding period was', async () => {
  const { words } = await (await atTheDoor()).follow('Timeline');
  expect(words).toContain('Funding period 2 of the NUM: from 1 January 2022 until 30 June 2025');
});

it('11 · what Marburg and Giessen have in common', async () => {
  const analyst = await (await atTheDoor()).follow('Compare');
  await analyst.fill('/compare', [
    ['a', 'institutions/marburg'],
    ['b', 'institutions/giessen'],
  ]);
  expect(analyst.words).toContain('NUM Data Integration Centres NUM Routine Data Platform');
});

it('12 · which projects use RACOON', async () => {
  const analyst = await (await atTheDoor()).follow('Matrix');
  await analyst.fill('/matrix', [['link', 'USAGE']]);
  expect(analyst.words).toMatch(/RACOON-COMBINE – RACOON: yes/);
});
