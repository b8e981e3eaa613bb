import { conceptScheme, type CodeOf } from './concept-scheme';

export const UsageRole = conceptScheme('UsageRole', 'What a project does with an infrastructure.', {
  USES: {
    de: 'nutzt',
    en: 'Uses',
    about: 'The project uses the infrastructure.',
  },
  DEVELOPS: {
    de: 'entwickelt',
    en: 'Develops',
    about: 'The project builds the infrastructure or develops it further.',
  },
  MAY_USE: {
    de: 'nutzt möglicherweise',
    en: 'May use',
    about:
      'The source names the infrastructure as one of several that the project uses, without saying which one.',
  },
  RELATED_BY_NAME: {
    de: 'namensverwandt',
    en: 'Related by name',
    about: 'The project carries the name of the infrastructure; no source states that it uses it.',
  },
});
export type UsageRole = CodeOf<typeof UsageRole>;
