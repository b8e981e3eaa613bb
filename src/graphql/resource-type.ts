/** The enum of the types of resources, by which questions over all types are narrowed. */
import type { Registry } from '../resource/registry';
import { enumCode, enumFrom } from './define';

let made: { registry: Registry; type: object } | undefined;

/** The enum `ResourceType`; a resolver gets the name of the type. */
export function resourceTypes(registry: Registry): object {
  made ??= {
    registry,
    type: enumFrom(
      'ResourceType',
      'The types of resources, one for each type that implements Resource.',
      Object.fromEntries(registry.resources.map(({ type, about }) => [enumCode(type), about])),
      Object.fromEntries(registry.resources.map(({ type }) => [enumCode(type), type])),
    ),
  };
  return made.type;
}
