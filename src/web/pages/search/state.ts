/** What the address of a search says: the words, the kinds of records, and how it is shown. */
import { enumCode } from '../../../resource/field-names';
import type { Description } from '../../../resource/description';
import type { Registry } from '../../../resource/registry';

export interface SearchState {
  readonly text: string;
  /** The codes of the kinds that are asked for; none for all. */
  readonly types: readonly string[];
  readonly isTable: boolean;
}

export const stateOf = (parameters: URLSearchParams): SearchState => ({
  text: parameters.get('q')?.trim() ?? '',
  types: [...new Set(parameters.getAll('type').filter((type) => type !== ''))],
  isTable: parameters.get('view') === 'table',
});

/** The parameters of a state; the page begins anew. */
export const parametersOf = ({ text, types, isTable }: SearchState): [string, string][] => [
  ['q', text],
  ...types.map((type): [string, string] => ['type', type]),
  ...(isTable ? [['view', 'table'] as [string, string]] : []),
];

/** The state with a kind of record added, or taken away if it is there. */
export const toggled = (state: SearchState, type: string): SearchState => ({
  ...state,
  types: state.types.includes(type) ? state.types.filter((each) => each !== type) : [...state.types, type],
});

/** The class with a code, such as FUNDING_PERIOD. */
export const classOfCode = ({ resources }: Registry, code: string): Description | null =>
  resources.find(({ type }) => enumCode(type) === code) ?? null;
