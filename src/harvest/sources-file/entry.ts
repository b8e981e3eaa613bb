/** What the file of sources takes for one source. */
import { resolve } from 'node:path';
import { z } from 'zod';
import { addressWithoutUser, headerName, variableName } from '../../config/requests';
import { pathOfKey, slugOfKey, slugPattern } from '../../resource/identity';
import type { Registry } from '../../resource/registry';
import { harvestKinds, type Schedule } from '../harvest-source';
import { mayStateIn } from './may-state';
import { scheduleIn, takesSchedule } from './schedule';

/** What is needed to read the file. */
export interface SourcesContext {
  readonly registry: Registry;
  /** Reads an environment variable. */
  readonly read: (name: string) => string | undefined;
}

/** The seeds, which people have reviewed, have 100: they win. */
const usualRank = 200;

const takesName = 'a name of small letters, digits and -, such as health-ri, of at most 60 characters';
const takesKind = `one of ${harvestKinds.join(', ')}`;
const takesOwner =
  'the key of an institution or infrastructure, such as institutions/marburg or infrastructures/racoon';
const takesNever = 'never, or a number of full runs from 1 to 1000 in digits only';
const takesRank = `a whole number from 0 to 10000 in digits only; the seeds have 100, and the smallest is shown`;
const owners = ['institutions', 'infrastructures'];
const yesOrNo = z.boolean('true or false');
const text = (takes: string) => z.string(takes).trim().min(1, takes);

const schedule = z.string(takesSchedule).transform((written, context): Schedule => {
  const read = scheduleIn(written);
  if (!('wrong' in read)) return read;
  context.addIssue({ code: 'custom', message: read.wrong });
  return z.NEVER;
});

const secretIn = ({ read }: SourcesContext) =>
  variableName.transform((name, context) => {
    const value = read(name);
    if (value) return value;
    context.addIssue({
      code: 'custom',
      message: `a variable that is set, and the environment variable ${name} is not`,
    });
    return z.NEVER;
  });

/** @param folder of the file, against which files are resolved */
export const entryIn = (context: SourcesContext, folder: string) =>
  z.strictObject({
    name: z
      .string(takesName)
      .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, takesName)
      .max(60, takesName),
    title: text('a title, such as "Health-RI national catalogue"').optional(),
    kind: z.enum(harvestKinds, takesKind),
    address: addressWithoutUser('credentials').optional(),
    file: text('the path of a file or folder')
      .transform((path) => resolve(folder, path))
      .optional(),
    owner: z
      .string(takesOwner)
      .refine((key) => owners.includes(pathOfKey(key)) && slugPattern.test(slugOfKey(key)), takesOwner)
      .optional(),
    schedule: schedule.optional(),
    rank: z.int(takesRank).min(0, takesRank).max(10_000, takesRank).default(usualRank),
    mayState: mayStateIn(context.registry).default('all'),
    persons: yesOrNo.default(false),
    allowPrivateAddresses: yesOrNo.default(false),
    ignoreRobots: yesOrNo.default(false),
    credentials: z.record(headerName, secretIn(context)).default({}),
    withdrawAfter: z
      .union([z.literal('never'), z.int(takesNever).min(1, takesNever).max(1_000, takesNever)], takesNever)
      .default('never'),
    licence: z.url({ protocol: /^https?$/, error: 'the http(s) address of a licence' }).optional(),
  });

export type WrittenSource = z.output<ReturnType<typeof entryIn>>;
