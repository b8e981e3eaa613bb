/** Links and evidence that an import refuses, because of what they point to or lack. */
import { evidence, site, testRefusals } from './refused';

/** An edge with these fields, which lacks no evidence. */
const link = (type: string, ...fields: string[]): string =>
  `${type}:\n  - ${[...fields, evidence].join('\n    ')}\n`;

testRefusals('a link is refused', [
  [
    'without one of its ends',
    link('Participation', '▶institution: giessen', 'role: PARTICIPATES'),
    /Participation "giessen" lacks "infrastructure"/,
    /Add it: The infrastructure in which it takes part/,
  ],
  [
    'without its role',
    link('Participation', '▶institution: giessen', 'infrastructure: racoon'),
    /Participation "giessen" – "racoon" lacks "role"/,
    /Add it: In which role/,
  ],
  [
    'that begins nowhere',
    link('Participation', '▶institution: atlantis', 'infrastructure: racoon', 'role: LEADS'),
    /"institution" refers to "institutions\/atlantis", which does not exist/,
    /Correct the reference, or import that record too/,
  ],
  [
    'that is stated for a period that does not exist',
    link(
      'Participation',
      'institution: giessen',
      'infrastructure: racoon',
      'role: LEADS',
      '▶fundingPeriod: x',
    ),
    /"fundingPeriod" refers to "funding-periods\/x", which does not exist/,
    /import that record too/,
  ],
  [
    'whose end is no slug',
    link('Participation', '▶institution: Gießen', 'infrastructure: racoon', 'role: LEADS'),
    /"institution" is not usable/,
    /the slug of a record of Institution/,
  ],
  [
    'whose end may be of several classes and has no path',
    link('Award', 'fundingPeriod: period-2', '▶recipient: racoon'),
    /"recipient" is not usable/,
    /such as infrastructures\/some-slug; paths: infrastructures, projects/,
  ],
  [
    'whose end is of a class that is not allowed',
    link('Award', 'fundingPeriod: period-2', '▶recipient: institutions/giessen'),
    /"recipient" is not usable/,
    /paths: infrastructures, projects/,
  ],
  [
    'whose end is no resource at all',
    link('Relation', '▶from: sources/register', 'to: institutions/giessen', 'role: PART_OF'),
    /"from" is not usable/,
    /paths: institutions, infrastructures/,
  ],
]);

/** An infrastructure that began in January 2023 and ended in 2024, and a link to it. */
const within = (...dates: string[]): string =>
  `Infrastructure:\n  - slug: late\n    name: { en: Late }\n    startsOn: 2023-01\n    endsOn: '2024'\n    ${evidence}\n` +
  link('Participation', '▶institution: giessen', 'infrastructure: late', 'role: LEADS', ...dates);

testRefusals('a link is refused', [
  [
    'that begins before what it links has begun',
    within('startsOn: 2022-01-01'),
    /participations\/giessen\/late\/leads: "startsOn" \(2022-01-01\) is before "startsOn" of infrastructures\/late \(2023-01\)/,
    /Correct one of the two.*give that day as "statedOn" of its evidence/,
  ],
  [
    'that ends after what it links has ended',
    within("startsOn: '2023'", 'endsOn: 2025-06'),
    /"endsOn" \(2025-06\) is after "endsOn" of infrastructures\/late \(2024\)/,
    /Correct one of the two/,
  ],
]);

const says = (statement: string): string => site('').replace(evidence, `evidence:\n      - ${statement}`);

testRefusals('evidence is refused', [
  [
    'of a source that does not exist',
    says('{ ▶source: hearsay, confidence: INFERRED }'),
    /"source" refers to "sources\/hearsay"/,
    /Correct the reference/,
  ],
  ['without a source', says('▶{ confidence: INFERRED }'), /"evidence.0.source" is not usable/, /a text/],
  [
    'without a confidence',
    says('▶{ source: register }'),
    /"evidence.0.confidence"/,
    /one of STATED_BY_NETWORK/,
  ],
  [
    'that speaks of no field of the class',
    says('{ source: register, confidence: INFERRED, ▶property: colour }'),
    /Institution "marburg" has no property "colour"/,
    /leave it out when the source speaks of the record as a whole/,
  ],
  [
    'that lists all of what is no list',
    says('{ source: register, confidence: INFERRED, property: state, statedOn: "2024", ▶complete: true }'),
    /"evidence.0.complete" is not usable/,
    /a "property" that is a list: .*participations/,
  ],
  [
    'that lists all at no time',
    says('{ source: register, confidence: INFERRED, property: participations, ▶complete: true }'),
    /"evidence.0.complete" is not usable/,
    /beside a "statedOn"/,
  ],
  [
    'that lists all in a word',
    says(
      '{ source: register, confidence: INFERRED, property: participations, statedOn: "2024", ▶complete: "yes" }',
    ),
    /"evidence.0.complete" is not usable/,
    /true or false/,
  ],
  [
    'with a part that is not known',
    says('{ source: register, confidence: INFERRED, ▶page: "7" }'),
    /has no field "page"/,
    /quotation/,
  ],
  [
    'with a date that is none',
    says('{ source: register, confidence: INFERRED, ▶statedOn: yesterday }'),
    /"evidence.0.statedOn"/,
    /a quoted date/,
  ],
  [
    'that is no list',
    site('').replace(evidence, '▶evidence: the register says so'),
    /"evidence" is not usable/,
    /a list/,
  ],
]);
