/** How the fields that describe the schema are resolved within a plan. A whole schema is a megabyte of text, and the same for everybody. */
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

/** What describes the schema is told by functions of graphql-js, which need nothing but the schema. Other fields are left to their own. */
export function describing(
  parent: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
): Resolution | undefined {
  const { resolve } = field;
  return resolve && (isIntrospectionType(parent) || isDescription(parent, field)) ? { resolve } : undefined;
}

/** Whether a field begins a description of the schema: `__schema` and `__type`. */
export const isDescription = (parent: GraphQLObjectType, field: GraphQLField<unknown, unknown>): boolean =>
  isIntrospectionType(getNamedType(field.type)) && !isIntrospectionType(parent);

/** How many types, fields or arguments are described in one piece: a millisecond or a few. */
const describedAtOnce = 64;

/** Writes parts of the schema: each once, however many others refer to it, and not all in one piece. */
export const partsOfSchema = (writer: Writer): Writer => eachOnce(inPieces(writer, describedAtOnce));

/** How many characters of descriptions are cached for a schema: eight whole ones. */
const mostCharacters = 8_000_000;

/** The texts of descriptions by what is selected, for each schema. */
const descriptions = new WeakMap<GraphQLSchema, LRUCache<string, string>>();

const descriptionsOf = (schema: GraphQLSchema): LRUCache<string, string> =>
  getOrMake(
    descriptions,
    schema,
    () =>
      new LRUCache<string, string>({
        maxSize: mostCharacters,
        sizeCalculation: (text, selected) => text.length + selected.length,
      }),
  );

/**
 * Keeps the text of a description: it depends on nothing but the schema and what is selected, whatever the document around it.
 * It is compiled when it is not there yet.
 * Descriptions are written one after another, so that many at once do not fill the memory with what is half written.
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
      const before = written?.get(selected);
      if (before !== undefined) return sources.map(() => before);
      return oneByOne(() => {
        const meanwhile = written?.get(selected);
        if (meanwhile !== undefined) return sources.map(() => meanwhile);
        writer ??= compile();
        return after(writer.texts(sources, run), (texts) => {
          // A query has one root: there is one text.
          const flat = texts.map(inOnePiece);
          for (const text of flat) written?.set(selected, text);
          return flat;
        });
      });
    },
  };
}

/** V8 holds a text that was put together as its thousands of parts, and would walk through them for each answer in which it stands. */
const inOnePiece = (text: string): string => Buffer.from(text).toString();

let last: Promise<unknown> = Promise.resolve();

/** Does work after all that came before it, in a turn of its own. */
function oneByOne<T>(work: () => T | Promise<T>): Promise<T> {
  const done = last.then(ownTurn).then(work);
  last = done.catch(() => undefined);
  return done;
}
