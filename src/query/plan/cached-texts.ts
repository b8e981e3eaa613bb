/** Caches the JSON texts of fields with shared records, per language. */
import { isLeafType, getNullableType, type GraphQLOutputType } from 'graphql';
import { languages } from '../../resource/text';
import { textsOf, type StoredRecord } from '../../resource/record';
import { after } from '../maybe-promise';
import { at } from './values';
import type { Writer } from './writer';
import { getOrMake } from '../../maps';

/** For each type, the index of each cacheable field. */
const slots = new Map<string, Map<string, number>>();

/** The first index of a field's texts in a record's cache. There are as many texts as cacheable fields in use, times the number of languages. */
function slotOf(type: string, field: string): number {
  const ofType = getOrMake(slots, type, () => new Map<string, number>());
  return getOrMake(ofType, field, () => ofType.size * languages.length);
}

/** Whether a field's texts may be cached: they must be short, and depend only on the record and the language. */
export const isCacheableType = (type: GraphQLOutputType): boolean => isLeafType(getNullableType(type));

/**
 * A writer that takes the texts of shared records from their caches, and writes missing ones.
 * @param field cache key: everything that the text depends on, except for the record and the client's language
 */
export function cachedTexts(type: string, field: string, writer: Writer): Writer {
  const slot = slotOf(type, field);
  return {
    texts: (sources, run) => {
      // Either all or none of the records are shared, unless they are of several classes.
      if (!sources.some((source) => textsOf(source as StoredRecord))) return writer.texts(sources, run);
      const place = slot + languages.indexOf(run.context.language);
      const texts = new Array<string>(sources.length);
      const missing: number[] = [];
      for (let index = 0; index < sources.length; index++) {
        const cached = textsOf(sources[index] as StoredRecord)?.[place];
        if (cached === undefined) missing.push(index);
        else texts[index] = cached;
      }
      if (missing.length === 0) return texts;
      const rest = missing.map((index) => sources[index]);
      return after(writer.texts(rest, run), (written) => {
        missing.forEach((index, position) => {
          const text = at(written, position);
          texts[index] = text;
          const stored = textsOf(sources[index] as StoredRecord);
          if (stored) stored[place] = text;
        });
        return texts;
      });
    },
  };
}
