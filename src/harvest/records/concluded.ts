/** What a record of ours must have and documents of others do not state, but what follows from the rest. */
import type { Description } from '../../resource/description';

type Data = Readonly<Record<string, unknown>>;

export interface Concluded {
  readonly values: Data;
  /** How each was concluded, by field. */
  readonly notes: Readonly<Record<string, string>>;
}

export interface Surroundings {
  /** The names of the record to which it belongs. */
  readonly ownerName: unknown;
  readonly isService: boolean;
  /** Whether one of its parts can be downloaded. */
  readonly isDownloadable: boolean;
  readonly language: string;
}

interface Conclusion {
  readonly value: unknown;
  readonly note: string;
}

type Conclude = (data: Data, around: Surroundings) => Conclusion | null;

const includes = (list: unknown, code: string): boolean => Array.isArray(list) && list.includes(code);

/** By class and field. */
const conclusions: Readonly<Record<string, Readonly<Record<string, Conclude>>>> = {
  Dataset: {
    kind: ({ activities, accessRights }, { isDownloadable }) => {
      const kinds = { MEDICAL_REGISTRY: 'REGISTRY', COHORT: 'COHORT', CLINICAL_TRIAL: 'CLINICAL_TRIAL' };
      for (const [activity, value] of Object.entries(kinds))
        if (includes(activities, activity))
          return { value, note: `Concluded from the health activity ${activity}.` };
      if (accessRights === 'PUBLIC' && isDownloadable)
        return {
          value: 'OPEN_DATA',
          note: 'Concluded from its public access rights and a file to download.',
        };
      return { value: 'COLLECTION', note: 'The document says no more than that it is a dcat:Dataset.' };
    },
  },
  Distribution: {
    name: (_data, { ownerName }) =>
      ownerName ? { value: ownerName, note: 'It has no title: this is that of its dataset.' } : null,
    kind: ({ downloadUrl }, { isService }) => {
      if (isService) return { value: 'API', note: 'Concluded from its dcat:accessService.' };
      return downloadUrl
        ? { value: 'FILE', note: 'Concluded from its dcat:downloadURL.' }
        : { value: 'WEB_PAGE', note: 'Concluded from a dcat:accessURL without a dcat:downloadURL.' };
    },
  },
  Institution: {
    kind: () => ({ value: 'OTHER', note: 'The document does not say what kind of institution it is.' }),
  },
  ExternalSource: {
    kind: () => ({ value: 'OTHER', note: 'The document does not say what kind of source it is.' }),
  },
  Variable: {
    name: ({ columnName }, { language }) =>
      typeof columnName === 'string'
        ? { value: { [language]: columnName }, note: 'It has no title: this is the name of the column.' }
        : null,
  },
};

/** Of a record that stands alone. */
export const nothingAround: Surroundings = {
  ownerName: undefined,
  isService: false,
  isDownloadable: false,
  language: 'en',
};

/** @param data what the document states */
export function conclude({ type }: Description, data: Data, around: Surroundings): Concluded {
  const values: Record<string, unknown> = {};
  const notes: Record<string, string> = {};
  for (const [field, of] of Object.entries(conclusions[type] ?? {})) {
    if (data[field] !== undefined) continue;
    const conclusion = of(data, around);
    if (!conclusion) continue;
    values[field] = conclusion.value;
    notes[field] = conclusion.note;
  }
  return { values, notes };
}
