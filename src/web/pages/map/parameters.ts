/** What the address of the map asks for. */
import { dayIn, type Read } from '../picture-parameters';
import { hasRequirements, requirementsIn } from '../coverage/parameters';
import { slugPattern } from '../../../resource/identity';

/** What can be counted of each site. */
export const counts = ['infrastructures', 'projects', 'datasets'] as const;
export type Count = (typeof counts)[number];

/** What the marks tell: a number, the role in an infrastructure, or whether a site meets requirements. */
export type Showing =
  | { readonly kind: 'count'; readonly of: Count }
  | { readonly kind: 'role'; readonly infrastructure: string }
  | { readonly kind: 'coverage' };

const ofInfrastructure = /^infrastructures\/(.+)$/;

function showingIn(parameters: URLSearchParams): Read<Showing> {
  const written = parameters.get('show')?.trim() ?? '';
  const count = counts.find((each) => each === written);
  if (count !== undefined) return { value: { kind: 'count', of: count }, fault: null };
  const [, infrastructure] = ofInfrastructure.exec(written) ?? [];
  if (infrastructure !== undefined && slugPattern.test(infrastructure))
    return { value: { kind: 'role', infrastructure }, fault: null };
  const required = hasRequirements(requirementsIn(parameters));
  if (required && ['', 'coverage'].includes(written)) return { value: { kind: 'coverage' }, fault: null };
  const usual = { kind: 'count', of: 'infrastructures' } as const;
  if (written === '') return { value: usual, fault: null };
  const shown = written.slice(0, 40);
  return {
    value: usual,
    fault: {
      de: `„${shown}“ kann die Karte nicht zeigen. Möglich ist: ${counts.join(', ')}, infrastructures/racoon.`,
      en: `The map cannot show "${shown}". It can show: ${counts.join(', ')}, infrastructures/racoon.`,
    },
  };
}

/** The day, what is shown, and what is wrong. */
export function mapParameters(parameters: URLSearchParams) {
  const [day, showing] = [dayIn(parameters), showingIn(parameters)];
  return {
    day: day.value,
    showing: showing.value,
    faults: [day.fault, showing.fault].filter((fault) => fault !== null),
  };
}
