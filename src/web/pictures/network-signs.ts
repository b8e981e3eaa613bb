/** The signs of networks, the same in all pictures: each class has a shape, each kind of link a line. */
import type { Label } from '../../vocabulary/label';
import { typeLabels } from '../../vocabulary/type-labels';
import type { LegendEntry, MarkShape, Tone } from './marks';
import type { LineStyle } from './network';

/** The kinds of links, as the schema names them. */
export const linkKinds = [
  'PARTICIPATION',
  'INVOLVEMENT',
  'USAGE',
  'AWARD',
  'PROVISION',
  'CONFORMANCE',
  'RELATION',
] as const;
export type LinkKind = (typeof linkKinds)[number];

export const isLinkKind = (kind: string): kind is LinkKind => (linkKinds as readonly string[]).includes(kind);

interface Sign {
  readonly shape: MarkShape;
  readonly tone: Tone;
}

const shapes: Readonly<Record<string, Sign>> = {
  Institution: { shape: 'circle', tone: 1 },
  Infrastructure: { shape: 'square', tone: 2 },
  Project: { shape: 'triangle', tone: 4 },
  FundingPeriod: { shape: 'diamond', tone: 5 },
  Dataset: { shape: 'hexagon', tone: 3 },
};
const otherShape: Sign = { shape: 'pentagon', tone: 6 };

/** How a record of a class is drawn. */
export const signOf = (type: string): Sign =>
  (Object.hasOwn(shapes, type) ? shapes[type] : null) ?? otherShape;

/** How a link of a kind is drawn. */
export const lineOf: Readonly<Record<LinkKind, LineStyle>> = {
  PARTICIPATION: 'solid',
  INVOLVEMENT: 'long-dash',
  USAGE: 'dashed',
  AWARD: 'double',
  PROVISION: 'dash-dot',
  CONFORMANCE: 'thin',
  RELATION: 'dotted',
};

/** What links of a kind are called. */
export const namesOfLinks: Label<Readonly<Record<LinkKind, string>>> = {
  de: {
    PARTICIPATION: 'Beteiligung',
    INVOLVEMENT: 'Mitwirkung an Projekten',
    USAGE: 'Nutzung',
    AWARD: 'Förderung',
    PROVISION: 'Bereitstellung',
    CONFORMANCE: 'folgt einem Standard',
    RELATION: 'sonstige Beziehung',
  },
  en: {
    PARTICIPATION: 'participation',
    INVOLVEMENT: 'involvement in projects',
    USAGE: 'usage',
    AWARD: 'funding',
    PROVISION: 'provision',
    CONFORMANCE: 'follows a standard',
    RELATION: 'other relation',
  },
};

/** What a class is called; its name in the schema where it has no other. */
export const nameOfClass = (type: string, language: keyof Label): string =>
  (Object.hasOwn(typeLabels, type) ? typeLabels[type] : undefined)?.[language].one ?? type;

/** The signs of classes that occur; those without a sign of their own have one together. */
export function legendOf(types: readonly string[], named: (type: string) => string): LegendEntry[] {
  const occurring = [...new Set(types)];
  const known = occurring
    .filter((type) => Object.hasOwn(shapes, type))
    .map((type): LegendEntry => ({ ...signOf(type), label: named(type) }));
  const others = occurring.filter((type) => !Object.hasOwn(shapes, type)).map(named);
  // A line for each two, as the lines of links stand beside them.
  const inPairs = others.flatMap((_, index) =>
    index % 2 === 0 ? [others.slice(index, index + 2).join(', ')] : [],
  );
  return [...known, ...inPairs.map((label): LegendEntry => ({ ...otherShape, label }))];
}
