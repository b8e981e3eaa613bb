/** What the address of a search says: the words, what is demanded of what they find, and how it is shown. */
import { enumCode } from '../../../resource/field-names';
import type { Description } from '../../../resource/description';
import { slugPattern } from '../../../resource/identity';
import type { Registry } from '../../../resource/registry';
import { isReference } from '../picture-parameters';

/** What all records of a search may have in common, by the name of its parameter. */
export const demands = ['type', 'with', 'source'] as const;
export type Demand = (typeof demands)[number];

export interface SearchState {
  readonly text: string;
  /** The kinds of records of which one suffices, by their codes; what each must be linked with; and the sources that must speak of each. */
  readonly demanded: Readonly<Record<Demand, readonly string[]>>;
  readonly isTable: boolean;
}

/** More would find nothing. */
const mostValues = 5;

const readable: Readonly<Record<Demand, (value: string) => boolean>> = {
  type: (value) => value !== '',
  with: isReference,
  source: (value) => slugPattern.test(value),
};

export function stateOf(parameters: URLSearchParams): SearchState {
  const valuesOf = (name: Demand, most: number) =>
    [...new Set(parameters.getAll(name).filter(readable[name]))].slice(0, most);
  return {
    text: parameters.get('q')?.trim() ?? '',
    demanded: {
      type: valuesOf('type', Infinity),
      with: valuesOf('with', mostValues),
      source: valuesOf('source', mostValues),
    },
    isTable: parameters.get('view') === 'table',
  };
}

/** The parameters of a state; the page begins anew. */
export const parametersOf = ({ text, demanded, isTable }: SearchState): [string, string][] => [
  ['q', text],
  ...demands.flatMap((name) => demanded[name].map((value): [string, string] => [name, value])),
  ...(isTable ? [['view', 'table'] as [string, string]] : []),
];

/** The state with a demand added, or taken away if it is there. */
export const toggled = (state: SearchState, name: Demand, value: string): SearchState => {
  const values = state.demanded[name];
  const next = values.includes(value) ? values.filter((each) => each !== value) : [...values, value];
  return { ...state, demanded: { ...state.demanded, [name]: next } };
};

/** The state without any demands of a kind. */
export const without = (state: SearchState, name: Demand): SearchState => ({
  ...state,
  demanded: { ...state.demanded, [name]: [] },
});

/** The class with a code, such as FUNDING_PERIOD. */
export const classOfCode = ({ resources }: Registry, code: string): Description | null =>
  resources.find(({ type }) => enumCode(type) === code) ?? null;
