/** Completes values as the GraphQL specification says (§6.4.3), many at once: nulls, lists and leaves. */
import { isListType, isLeafType, isNonNullType, type GraphQLLeafType, type GraphQLOutputType } from 'graphql';
import { after, together } from '../maybe-promise';
import { json, PlanBailout, type Writer } from './writer';

/** The writer for values of a type; `below` writes the object type, interface or union within it. */
export function valueWriter(type: GraphQLOutputType, below: Writer): Writer {
  if (isNonNullType(type)) return required(innerWriter(type.ofType, below));
  return nullable(innerWriter(type, below));
}

function innerWriter(type: GraphQLOutputType, below: Writer): Writer {
  if (isListType(type)) return listWriter(valueWriter(type.ofType as GraphQLOutputType, below));
  return isLeafType(type) ? leafWriter(type) : below;
}

/** A null that is not allowed is an error with a path, which only the fallback executor reports. */
const required = (inner: Writer): Writer => ({
  texts: (sources, run) => {
    for (const source of sources) if (source === null || source === undefined) throw new PlanBailout('null');
    return inner.texts(sources, run);
  },
});

const nullable = (inner: Writer): Writer => ({
  texts: (sources, run) => {
    const present = sources.filter((source) => source !== null && source !== undefined);
    if (present.length === sources.length) return inner.texts(sources, run);
    if (present.length === 0) return sources.map(() => 'null');
    return after(inner.texts(present, run), (texts) => {
      let next = 0;
      return sources.map((source) => (source === null || source === undefined ? 'null' : at(texts, next++)));
    });
  },
});

function leafWriter(type: GraphQLLeafType): Writer {
  const text = (source: unknown): string => {
    const value = type.serialize(source);
    if (value === null || value === undefined) throw new PlanBailout('serialized to nothing');
    return json(value);
  };
  return { texts: (sources) => sources.map(text) };
}

const listWriter = (item: Writer): Writer => ({
  texts: (sources, run) => {
    const items: unknown[] = [];
    const ends: number[] = [];
    for (const source of sources) {
      if (!Array.isArray(source)) throw new PlanBailout('no list');
      for (const one of source) items.push(one);
      ends.push(items.length);
    }
    return after(together(items), (settled) =>
      after(item.texts(settled, run), (texts) => listTexts(texts, ends)),
    );
  },
});

/** Splits the texts of all items into lists, each up to its end. */
export function listTexts(texts: readonly string[], ends: readonly number[]): string[] {
  let next = 0;
  return ends.map((end) => {
    if (next === end) return '[]';
    let text = `[${at(texts, next++)}`;
    while (next < end) text += `,${at(texts, next++)}`;
    return `${text}]`;
  });
}

/** The text at an index. It always exists, because writers return as many texts as they get sources. */
export const at = (texts: readonly string[], index: number): string => texts[index] ?? '';
