/** The field `readiness` of connections whose records are judged: how many conform to a profile, and what would help most. */
import { Int } from 'type-graphql';
import { BadUserInput } from '../../errors';
import type { Connection } from '../../query/requested-connection';
import { bestStatements } from '../../rdf/assessment/best-statements';
import { missingStatement } from '../../rdf/assessment/assessment-values';
import { attributeOf, type Description } from '../../resource/description';
import { MetadataProfile } from '../../vocabulary/metadata-profile';
import { argumentsOf, resolvedField, type Carrier } from '../define';
import { enumOf } from '../enums';
import { plainType } from '../plain-type';

/** The most statements of which the best are found together. */
const mostStatements = 5;

const missingType = plainType(
  'MissingStatement',
  'A statement that a profile demands and that records of a list lack, or make wrongly.',
  {
    code: [
      String,
      'The profile and the path, as `missingStatements` has them: filter the list by it to see which records lack it, and whom to ask.',
    ],
    path: [String, 'The properties from a record to what is missing, such as `dcat:contactPoint`.'],
    count: [Int, 'How many records lack it.'],
    conforming: [
      Int,
      'How many more records conform to the profile with it and with the statements before it.',
    ],
  },
);

const listReadinessType = plainType(
  'ListReadiness',
  'How the records of a list stand to a profile of metadata, over all its pages.',
  {
    profile: [enumOf(MetadataProfile), 'The profile.'],
    count: [Int, 'How many records the list has.'],
    conforming: [Int, 'How many of them conform.'],
    pending: [
      Int,
      'How many of them are not judged yet: after large imports, this is done in the background. They count neither as conforming nor as lacking anything.',
    ],
    bestStatements: [
      [missingType],
      'The statements that together would make most records conform; among equally good ones, those that most records lack.',
    ],
  },
);

interface ListReadinessArguments {
  profile: MetadataProfile;
  statements: number;
}

/** Adds the field to the resolvers of a connection. */
export function listReadinessField(resolvers: Carrier, of: Description): void {
  const missing = attributeOf(of, 'missingStatements');
  const score = attributeOf(of, 'fairScore');
  if (!missing || !score) return;
  resolvedField<Connection, ListReadinessArguments>(resolvers, {
    name: 'readiness',
    type: listReadinessType,
    about:
      'How many records of the whole list conform to a profile of metadata, and which statements together would make most of them conform.',
    args: argumentsOf(`${of.type}ConnectionReadiness`, [
      { name: 'profile', type: enumOf(MetadataProfile), about: 'The profile.', required: true },
      {
        name: 'statements',
        type: Int,
        about: `How many statements are made together, 1 to ${mostStatements}.`,
        defaultValue: 3,
      },
    ]),
    resolve: async (list, { profile, statements }) => {
      if (statements < 1 || statements > mostStatements)
        throw new BadUserInput(`"statements" (${statements}) must be 1 to ${mostStatements}.`);
      const [sets, scores] = await Promise.all([list.valueSets(missing), list.valueSets(score)]);
      const pending = scores.find(({ values }) => values === null)?.count ?? 0;
      const prefix = missingStatement(profile, '');
      const records = sets.map(({ values, count }) => ({
        count,
        paths: (values as readonly string[]).flatMap((value) => pathIn(value, prefix)),
      }));
      const count = (some: typeof records) => some.reduce((sum, each) => sum + each.count, 0);
      const lacking = records.filter(({ paths }) => paths.length > 0);
      return {
        profile,
        count: count(records),
        conforming: count(records) - count(lacking) - pending,
        pending,
        bestStatements: bestStatements(lacking, statements).map((best) => ({
          ...best,
          code: missingStatement(profile, best.path),
        })),
      };
    },
  });
}

/** The path of a kept statement, if it is of the profile. */
const pathIn = (stored: string, profile: string): string[] =>
  stored === profile ? [''] : stored.startsWith(`${profile} `) ? [stored.slice(profile.length + 1)] : [];
