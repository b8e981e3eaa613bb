import { codesOf, conceptScheme, type CodeOf } from './concept-scheme';

/** Which release of a profile counts is data: the newest in `schema/profiles`. */
export const MetadataProfile = conceptScheme(
  'MetadataProfile',
  'Profiles of metadata that catalogues and harvesters demand of a record.',
  {
    DCAT_AP: {
      de: 'DCAT-AP',
      en: 'DCAT-AP',
      about: 'The application profile of the European Union for catalogues of data.',
    },
    HEALTHDCAT_AP: {
      de: 'HealthDCAT-AP',
      en: 'HealthDCAT-AP',
      about: 'The application profile of the European Health Data Space, for datasets of health data.',
    },
    DCAT_AP_DE: {
      de: 'DCAT-AP.de',
      en: 'DCAT-AP.de',
      about: 'The German application profile, as GovData demands it.',
    },
  },
);
export type MetadataProfile = CodeOf<typeof MetadataProfile>;

/** The name of a profile in its file and in addresses, such as `dcat-ap`. */
export const profileName = (code: MetadataProfile): string => code.toLowerCase().replaceAll('_', '-');

/** The profile of a name; null if records are not judged by it. */
export const profileCode = (name: string): MetadataProfile | null =>
  codesOf(MetadataProfile).find((code) => profileName(code) === name) ?? null;
