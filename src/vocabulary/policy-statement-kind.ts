import { conceptScheme, type CodeOf } from './concept-scheme';

/** Vision and mission as in the Business Motivation Model (OMG), the others as the motivation elements of ArchiMate 3. */
export const PolicyStatementKind = conceptScheme('PolicyStatementKind', 'What a statement of policy is.', {
  VISION: {
    de: 'Vision',
    en: 'Vision',
    about: 'The future state that an organisation wants to reach.',
  },
  MISSION: {
    de: 'Mission',
    en: 'Mission',
    about: 'What an organisation does, and for whom, to come closer to its vision.',
  },
  PRINCIPLE: {
    de: 'Grundsatz',
    en: 'Principle',
    about: 'A quality that is to hold in all that is done, such as cooperation instead of competition.',
  },
  TASK: {
    de: 'Aufgabe',
    en: 'Task',
    about: 'What an organisation undertakes to do.',
  },
  REQUIREMENT: {
    de: 'Anforderung',
    en: 'Requirement',
    about: 'What is still missing and must be done.',
  },
  DRIVER: {
    de: 'Beweggrund',
    en: 'Driver',
    about: 'A condition that was the reason to act.',
  },
  ASSESSMENT: {
    de: 'Einschätzung',
    en: 'Assessment',
    about: 'How an organisation sees the state of affairs.',
  },
  OUTCOME: {
    de: 'Ergebnis',
    en: 'Outcome',
    about: 'What has come of it, or is to come of it.',
  },
});
export type PolicyStatementKind = CodeOf<typeof PolicyStatementKind>;
