/** Introspection within plans. The answer for a whole schema is a megabyte of text, and the same for everybody. */
import {
  getNamedType,
  isIntrospectionType,
  print,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { ownTurn } from '../turns';
import { after } from '../maybe-promise';
import { eachOnce, inPieces } from './object';
import type { Resolution } from './resolution';
import type { Selections } from './selection';
import type { Writer } from './writer';
import { getOrMake } from '../../maps';
import { SharedText } from './shared-texts';

/** The resolution of introspection fields: the resolvers of graphql-js, which need only the schema. Undefined for other fields. */
export function describing(
  parent: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
): Resolution | undefined {
  const { resolve } = field;
  return resolve && (isIntrospectionType(parent) || isDescription(parent, field)) ? { resolve } : undefined;
}

/** Whether a field is the root of introspection: `__schema` or `__type`. */
export const isDescription = (parent: GraphQLObjectType, field: GraphQLField<unknown, unknown>): boolean =>
  isIntrospectionType(getNamedType(field.type)) && !isIntrospectionType(parent);

/** Number of types, fields or arguments that are written at once, in a few milliseconds. */
const describedAtOnce = 64;

/** Writes parts of the schema: each part once, however often it is referred to, and in pieces. */
export const partsOfSchema = (writer: Writer): Writer => eachOnce(inPieces(writer, describedAtOnce));

/** Maximum number of cached characters per schema; eight complete introspection answers. */
const mostCharacters = 8_000_000;

/** Cached introspection answers by selection, for each schema. */
const descriptions = new WeakMap<GraphQLSchema, LRUCache<string, SharedText>>();

const descriptionsOf = (schema: GraphQLSchema): LRUCache<string, SharedText> =>
  getOrMake(
    descriptions,
    schema,
    () =>
      new LRUCache<string, SharedText>({
        maxSize: mostCharacters,
        sizeCalculation: ({ text }, selected) => text.length + selected.length,
      }),
  );

/**
 * Caches an introspection answer, which depends only on the schema and the selection. It is compiled if it is not cached. Answers
 * are written one after another, so that the memory is not filled with many unfinished ones.
 */
export function description(
  { schema, fragments }: Selections,
  nodes: readonly FieldNode[],
  compile: () => Writer,
): Writer {
  const selected = [
    ...nodes.map((node) => print({ ...node, alias: undefined })),
    ...Object.values(fragments).map(print),
  ].join('\n');
  const written = selected.includes('$') ? undefined : descriptionsOf(schema);
  let writer: Writer | undefined;
  return {
    texts: (sources, run) => {
      const { shared } = run.context;
      const inAnswer = (found: SharedText) => (shared ? shared.refer(found) : found.text);
      const before = written?.get(selected);
      if (before !== undefined) return sources.map(() => inAnswer(before));
      return oneByOne(() => {
        const meanwhile = written?.get(selected);
        if (meanwhile !== undefined) return sources.map(() => inAnswer(meanwhile));
        writer ??= compile();
        return after(writer.texts(sources, run), (texts) =>
          // A query has one root, so there is one text.
          texts.map((text) => {
            const found = new SharedText(text);
            written?.set(selected, found);
            return inAnswer(found);
          }),
        );
      });
    },
  };
}

let last: Promise<unknown> = Promise.resolve();

/** Runs a task after all earlier ones, in its own turn of the event loop. */
function oneByOne<T>(work: () => T | Promise<T>): Promise<T> {
  const done = last.then(ownTurn).then(work);
  last = done.catch(() => undefined);
  return done;
}
