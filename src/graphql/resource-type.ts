/** The enum of resource types, for arguments. */
import type { Registry } from '../resource/registry';
import { enumCode, enumFrom } from './enums';

let made: object | undefined;

/** `ResourceType` with a value for each declared type. Its internal value is the type's name, such as `FundingPeriod`. */
export const resourceTypeOf = ({ resources }: Registry): object =>
  (made ??= enumFrom(
    'ResourceType',
    'The types of resources, one for each type that implements Resource.',
    Object.fromEntries(resources.map(({ type, about }) => [enumCode(type), about])),
    Object.fromEntries(resources.map(({ type }) => [enumCode(type), type])),
  ));
