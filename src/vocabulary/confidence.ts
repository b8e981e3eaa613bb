import { conceptScheme, type CodeOf } from './concept-scheme';

export const Confidence = conceptScheme('Confidence', 'How far a statement can be relied on.', {
  STATED_BY_NETWORK: {
    de: 'vom Netzwerk gesagt',
    en: 'Stated by the network',
    about: 'One of the documents of the network says it.',
  },
  FOUND_IN_SOURCE: {
    de: 'in einer Quelle gefunden',
    en: 'Found in a source',
    about: 'A public source says it.',
  },
  INFERRED: {
    de: 'erschlossen',
    en: 'Inferred',
    about: 'It follows from what sources say; none says it word for word.',
  },
  UNVERIFIED: {
    de: 'ungeprüft',
    en: 'Unverified',
    about: 'Nobody has checked it.',
  },
});
export type Confidence = CodeOf<typeof Confidence>;
