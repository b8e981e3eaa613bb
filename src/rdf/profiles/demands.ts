/** What a shape demands of a value, in short, for the words about it. */
import type { ShapeData } from './profile';

/** Shapes of a set by name. */
export type ShapesByName = Readonly<Record<string, ShapeData>>;

/** A shape with those that it names. */
function withNamed(shape: ShapeData, named: ShapesByName): ShapeData[] {
  const others = (shape.node ?? []).flatMap((name) => (named[name] ? withNamed(named[name], named) : []));
  const parts = [...(shape.or ?? []), ...(shape.and ?? [])].flat().flatMap((part) => withNamed(part, named));
  return [shape, ...others, ...parts];
}

/** The lists of codes of which a value must be; empty if that is not what the shapes demand. */
export function schemesOf(shapes: readonly ShapeData[], named: ShapesByName): readonly string[] {
  const all = shapes.flatMap((shape) => withNamed(shape, named));
  const schemes = all.flatMap(({ properties = [] }) =>
    properties.filter(({ path }) => path === 'skos:inScheme').flatMap(({ hasValue = [] }) => hasValue),
  );
  const otherwise = all.some(({ properties = [] }) =>
    properties.some(({ path }) => path !== 'skos:inScheme'),
  );
  return otherwise ? [] : [...new Set(schemes)];
}

/** The properties, classes and patterns that shapes demand. */
export function demandsOf(shapes: readonly ShapeData[], named: ShapesByName): readonly string[] {
  const all = shapes.flatMap((shape) => withNamed(shape, named));
  const properties = all.flatMap((shape) => shape.properties ?? []);
  const needed = properties.filter(({ minCount, hasValue }) => minCount !== undefined || hasValue);
  const demands = all.flatMap(({ class: classes = [], pattern }) => [
    ...classes,
    ...(pattern === undefined ? [] : [pattern]),
  ]);
  const paths = (needed.length > 0 ? needed : properties).flatMap(({ path, about }) => path ?? about ?? []);
  return [...new Set([...paths, ...demands])];
}
