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
  RELATED_BY_NAME: {
    de: 'namensverwandt',
    en: 'Related by name',
    about: 'The project carries the name of the infrastructure; no source states that it uses it.',
  },
});
export type UsageRole = CodeOf<typeof UsageRole>;
