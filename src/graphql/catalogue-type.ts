/** The type in which the schema shows the catalogue as a whole, and how it is read. */
import { Field, Int, ObjectType } from 'type-graphql';
import { allSources, countClasses, dataVersion } from '../query/summary';
import { globalId } from '../resource/identity';
import type { RequestContext } from './context';
import { SourceType } from './evidence-types';
import { DateTimeScalar } from './scalars';

@ObjectType('ClassCount', {
  description: 'How many records of one type the catalogue holds.',
  simpleResolvers: true,
})
class ClassCountType {
  @Field(() => String, { description: 'Name of the type in this schema.' })
  type!: string;

  @Field(() => Int, { description: 'Number of records.' })
  count!: number;
}

@ObjectType('Catalogue', { description: 'The catalogue as a whole.', simpleResolvers: true })
export class CatalogueType {
  @Field(() => [ClassCountType], { description: 'How many records of each type there are, links included.' })
  counts!: ClassCountType[];

  @Field(() => [SourceType], { description: 'All sources that statements rest on, by title.' })
  sources!: SourceType[];

  @Field(() => Int, { description: 'Version of the data: a number that every change raises.' })
  dataVersion!: number;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the data last changed; null for an empty catalogue.',
  })
  changedAt!: string | null;
}

/** The catalogue as a whole; each part is read only when it is asked for. */
export function summaryOf({ reader, registry }: RequestContext) {
  let version: ReturnType<typeof dataVersion> | undefined;
  const currentVersion = () => (version ??= dataVersion(reader));
  return {
    counts: async () => {
      const counts = await countClasses(reader, registry);
      return counts.map(({ description, count }) => ({ type: description.type, count }));
    },
    sources: async () => {
      const sources = await allSources(reader, registry);
      return sources.map((source) => ({ ...source, id: globalId(source.key) }));
    },
    dataVersion: async () => (await currentVersion()).version,
    changedAt: async () => (await currentVersion()).changedAt,
  };
}
