/** What can be required of the network's sites in coverage queries. */
import type { CoverageDeclaration } from '../resource/coverage';

export const siteCoverage: CoverageDeclaration = {
  about:
    'Which university medical centres have what a study or the answer to a pandemic requires, on what grounds, and whom to call.',
  among: { kind: { eq: 'UNIVERSITY_MEDICAL_CENTRE' } },
  requirements: [
    {
      name: 'infrastructures',
      about: 'Infrastructures in which the site takes part, in any role.',
      paths: ['infrastructures'],
    },
    {
      name: 'modalities',
      about: 'Kinds of data that an infrastructure holds in which the site takes part.',
      paths: ['infrastructures.modalities'],
    },
    {
      name: 'standards',
      about: 'Standards that an infrastructure follows in which the site takes part.',
      paths: ['infrastructures.standards'],
    },
    {
      name: 'services',
      about: 'Services that the site offers itself, or an infrastructure in which it takes part.',
      paths: ['services', 'infrastructures.services'],
    },
    {
      name: 'states',
      about: 'German federal states (Bundesländer); the site is in one of them.',
      paths: ['state'],
    },
  ],
  contacts: [
    { of: 'Institution', path: 'contacts' },
    { of: 'Service', path: 'contact' },
    { of: 'Infrastructure', path: 'services.contact' },
  ],
};
