/** What a source may state: checked against the classes of the catalogue, so that a misspelt field does not pass for a limit. */
import { z } from 'zod';
import { isStated, type Description } from '../../resource/description';
import type { Registry } from '../../resource/registry';
import type { MayState } from '../harvest-source';

const takesClasses =
  'all, a list of classes such as [Dataset, Distribution], or a map from classes to their fields';
const takesFields = 'all, or a list of fields such as [title, description]';

const written = z.union(
  [
    z.literal('all'),
    z.array(z.string()),
    z.record(z.string(), z.union([z.literal('all'), z.array(z.string())], takesFields)),
  ],
  takesClasses,
);

export const mayStateIn = (registry: Registry) =>
  written.transform((given, context): MayState => {
    if (given === 'all') return 'all';
    const byClass: Record<string, 'all' | readonly string[]> = Array.isArray(given)
      ? Object.fromEntries(given.map((type) => [type, 'all' as const]))
      : given;
    for (const [type, fields] of Object.entries(byClass)) {
      const wrong = wrongIn(registry, type, fields);
      if (wrong !== null) context.addIssue({ code: 'custom', message: wrong });
    }
    return byClass;
  });

function wrongIn(registry: Registry, type: string, fields: 'all' | readonly string[]): string | null {
  const description = registry.ofType(type);
  if (!description || description.kind === 'source') {
    const classes = [...registry.resources, ...registry.links].map((each) => each.type).join(', ');
    return `classes of the catalogue, and "${type}" is none of them: ${classes}`;
  }
  if (fields === 'all') return null;
  const known = statableFields(description);
  const unknown = fields.filter((field) => !known.includes(field));
  return unknown.length === 0
    ? null
    : `fields of ${type}, and it has no "${unknown.join('", "')}" to state: ${known.join(', ')}`;
}

/** The fields of a class that an import can state. */
const statableFields = ({ attributes, references, ends }: Description): string[] => [
  ...attributes.filter(({ derived }) => !derived).map(({ name }) => name),
  ...references.filter(isStated).map(({ name }) => name),
  ...ends.map(({ name }) => name),
  'identifiers',
];
