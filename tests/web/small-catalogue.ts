/** A SYNTHETIC catalogue for pictures of the pages: nothing of it is a fact, and no change of the seeds changes it. */
import type { PlainRecords } from '../helpers/small-world';

const cities = [
  ['north', 'Nordstadt', 'SCHLESWIG_HOLSTEIN', 54.3, 10.1],
  ['east', 'Oststadt', 'SAXONY', 51.1, 13.7],
  ['south', 'Südstadt', 'BAVARIA', 48.1, 11.6],
  ['west', 'Weststadt', 'NORTH_RHINE_WESTPHALIA', 51.0, 6.9],
  ['middle', 'Mittelstadt', 'HESSE', 50.8, 8.8],
] as const;

const stated = (property: string, statedValue: string, quotation: string) => ({
  source: 'register',
  property,
  statedValue,
  quotation,
  confidence: 'FOUND_IN_SOURCE',
  statedOn: '2024-06',
});

const period = (number: number, startsOn: string, endsOn: string, amount: number) => ({
  slug: `period-${number}`,
  name: { de: `Förderperiode ${number}`, en: `Funding period ${number}` },
  number,
  funder: 'ministry',
  startsOn,
  endsOn,
  amount: { amount, currency: 'EUR', qualifier: 'EXACT' },
});

const infrastructure = (slug: string, acronym: string, de: string, en: string, modality: string) => ({
  slug,
  acronym,
  name: { de, en },
  description: {
    de: `SYNTHETISCH: ${de}, nur für Tests beschrieben.`,
    en: `SYNTHETIC: ${en}, described for tests only.`,
  },
  modalities: [modality],
});

const participation = (institution: string, infrastructure: string, role = 'PARTICIPATES') => ({
  institution,
  infrastructure,
  role,
  evidence: [
    {
      source: 'register',
      quotation: `${institution} takes part in ${infrastructure}`,
      confidence: 'FOUND_IN_SOURCE',
      statedOn: '2024-06',
    },
  ],
});

export const smallCatalogue: PlainRecords = {
  Institution: [
    { slug: 'ministry', name: { de: 'Ministerium', en: 'Ministry' }, kind: 'FUNDER' },
    ...cities.map(([slug, city, state, latitude, longitude]) => ({
      slug,
      name: { de: `Klinikum ${city}`, en: `${city} Hospital` },
      kind: 'UNIVERSITY_MEDICAL_CENTRE',
      city,
      state,
      location: { latitude, longitude, precision: 'CITY' },
      listedSite: true,
    })),
  ],
  FundingPeriod: [
    period(1, '2020-04-01', '2021-12-31', 150_000_000),
    period(2, '2022-01-01', '2025-06-30', 240_000_000),
  ],
  Infrastructure: [
    infrastructure('images', 'BILD', 'Bilddatenplattform', 'Image data platform', 'IMAGING'),
    infrastructure('emergency', 'NOTFALL', 'Notaufnahmeregister', 'Emergency registry', 'EMERGENCY_CARE'),
    infrastructure('routine', 'ROUTINE', 'Routinedatenplattform', 'Routine data platform', 'ROUTINE_CARE'),
  ],
  Participation: [
    participation('north', 'images', 'COORDINATES'),
    participation('middle', 'images'),
    participation('middle', 'emergency'),
    participation('west', 'emergency', 'COORDINATES'),
    participation('south', 'routine'),
    participation('south', 'images'),
  ],
  Project: [
    {
      slug: 'lungs',
      acronym: 'LUNGE',
      name: { de: 'Bilder der Lunge', en: 'Images of the lung' },
      startsOn: '2020-10',
      endsOn: '2021-12',
    },
  ],
  Usage: [{ project: 'lungs', infrastructure: 'images', role: 'USES' }],
  Award: [
    {
      fundingPeriod: 'period-1',
      recipient: 'projects/lungs',
      amount: { amount: 4_500_000, currency: 'EUR', qualifier: 'APPROXIMATE' },
    },
    { fundingPeriod: 'period-2', recipient: 'infrastructures/images' },
    { fundingPeriod: 'period-2', recipient: 'infrastructures/emergency' },
  ],
  Dataset: [
    {
      slug: 'lung-images',
      name: { de: 'Bilddaten der Lunge', en: 'Images of lungs' },
      kind: 'COHORT',
      description: {
        de: 'SYNTHETISCH: Aufnahmen der Lunge aus drei Häusern.',
        en: 'SYNTHETIC: images of lungs from three hospitals.',
      },
      themes: ['IMAGING'],
      accessRights: 'RESTRICTED',
      evidence: [
        stated('kind', 'Kohorte', 'die Kohorte der Lungenbilder'),
        stated('accessRights', 'auf Antrag', 'Zugang auf Antrag'),
      ],
    },
  ],
};
