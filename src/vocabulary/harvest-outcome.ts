import { conceptScheme, type CodeOf } from './concept-scheme';

export const HarvestOutcome = conceptScheme('HarvestOutcome', 'How a harvest of a source ended.', {
  RUNNING: {
    de: 'Läuft',
    en: 'Running',
    about: 'It has not ended yet.',
  },
  COMPLETE: {
    de: 'Vollständig',
    en: 'Complete',
    about: 'Everything that the source publishes was read; records may have been refused.',
  },
  UNCHANGED: {
    de: 'Unverändert',
    en: 'Unchanged',
    about: 'The source says that nothing has changed since the last harvest, and nothing was read.',
  },
  INCOMPLETE: {
    de: 'Unvollständig',
    en: 'Incomplete',
    about: 'A part of the source could not be read. What was read came in; nothing counts as not seen.',
  },
  STOPPED: {
    de: 'Angehalten',
    en: 'Stopped',
    about: 'It was stopped, or its process ended. What had come in stays; the next run does the rest.',
  },
  FAILED: {
    de: 'Fehlgeschlagen',
    en: 'Failed',
    about: 'Nothing of the source could be read.',
  },
});
export type HarvestOutcome = CodeOf<typeof HarvestOutcome>;
