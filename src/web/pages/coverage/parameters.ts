/** What the form of the coverage page requires, and of which sites. */
import { codesOf } from '../../../vocabulary/concept-scheme';
import { DataModality } from '../../../vocabulary/data-modality';
import { GermanState } from '../../../vocabulary/german-state';
import { manyIn, slugsIn } from '../picture-parameters';

export interface Requirements {
  readonly infrastructures: readonly string[];
  readonly modalities: readonly DataModality[];
  readonly standards: readonly string[];
  readonly services: readonly string[];
  readonly states: readonly GermanState[];
}

export const requirementsIn = (parameters: URLSearchParams): Requirements => ({
  infrastructures: slugsIn(parameters, 'infrastructure'),
  modalities: manyIn(parameters, 'modality', codesOf(DataModality)),
  standards: slugsIn(parameters, 'standard'),
  services: slugsIn(parameters, 'service'),
  states: manyIn(parameters, 'state', codesOf(GermanState)),
});

/** States alone require nothing that a site could have or lack. */
export const hasRequirements = ({ states, ...required }: Requirements): boolean =>
  Object.values(required).some((values: readonly string[]) => values.length > 0);

const bySlug = (slugs: readonly string[]) => slugs.map((slug) => ({ slug }));

/** What is required, as the argument of a query. */
export const requiresOf = ({ infrastructures, modalities, standards, services }: Requirements) => ({
  ...(infrastructures.length > 0 && { infrastructures: bySlug(infrastructures) }),
  ...(modalities.length > 0 && { modalities }),
  ...(standards.length > 0 && { standards: bySlug(standards) }),
  ...(services.length > 0 && { services: bySlug(services) }),
});

/** Among which sites, as the argument of a query; null for all. */
export const sitesOf = ({ states }: Requirements) => (states.length > 0 ? { state: { in: states } } : null);

/** The same as parameters of an address. */
export const parametersOfRequirements = (of: Requirements): [string, string][] => [
  ...of.infrastructures.map((slug): [string, string] => ['infrastructure', slug]),
  ...of.modalities.map((code): [string, string] => ['modality', code]),
  ...of.standards.map((slug): [string, string] => ['standard', slug]),
  ...of.services.map((slug): [string, string] => ['service', slug]),
  ...of.states.map((code): [string, string] => ['state', code]),
];
