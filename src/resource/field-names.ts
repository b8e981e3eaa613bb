/** The names of GraphQL fields that follow from declarations, for those who write queries. */
import type { Description } from './description';

const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** The field of Query with one record of a class, such as `fundingPeriod`. */
export const fieldOfOne = ({ type }: Pick<Description, 'type'>): string => lowerFirst(type);

/** The field of Query with all records of a class, such as `fundingPeriods`. */
export const fieldOfList = ({ path }: Pick<Description, 'path'>): string =>
  path.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const singular = (plural: string): string => plural.replace(/ies$/, 'y').replace(/s$/, '');

/** The field beside a code, or a list of codes, with what people read: `roleLabel` beside `role`, `themeLabels` beside `themes`. */
export const fieldOfLabels = (name: string, isList: boolean): string =>
  isList ? `${singular(name)}Labels` : `${name}Label`;

/** The enum code for a name: `modifiedAt` becomes MODIFIED_AT, `FundingPeriod` becomes FUNDING_PERIOD. */
export const enumCode = (name: string): string => name.replace(/(?!^)[A-Z]/g, '_$&').toUpperCase();
