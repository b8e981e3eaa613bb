import { conceptScheme, type CodeOf } from './concept-scheme';

export const ServiceStatus = conceptScheme('ServiceStatus', 'Whether a service can be used.', {
  PLANNED: {
    de: 'geplant',
    en: 'Planned',
    about: 'It is planned or being set up.',
  },
  IN_DEVELOPMENT: {
    de: 'in Entwicklung',
    en: 'In development',
    about: 'It is being developed.',
  },
  PILOT: {
    de: 'im Pilotbetrieb',
    en: 'Pilot',
    about: 'It runs on trial.',
  },
  RUNNING: {
    de: 'in Betrieb',
    en: 'Running',
    about: 'It can be used.',
  },
  ENDED: {
    de: 'beendet',
    en: 'Ended',
    about: 'It is no longer offered.',
  },
});
export type ServiceStatus = CodeOf<typeof ServiceStatus>;
