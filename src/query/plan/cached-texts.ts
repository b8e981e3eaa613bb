/** Caches the JSON texts of fields beside shared records, in each language. */
import { isLeafType, getNullableType, type GraphQLOutputType } from 'graphql';
import { languages } from '../../resource/text';
import { textsOf, type StoredRecord } from '../../resource/record';
import { after } from '../maybe-promise';
import { at } from './values';
import type { Writer } from './writer';
import { getOrMake } from '../../maps';

/** The fields of each type that have a place, in their order. */
const slots = new Map<string, Map<string, number>>();

/** The place of a field's texts among those of a record. There are as many as its type has such fields, with the languages that may be asked for. */
function slotOf(type: string, field: string): number {
  const ofType = getOrMake(slots, type, () => new Map<string, number>());
  return getOrMake(ofType, field, () => ofType.size * languages.length);
}

/** Whether the texts of a field may be cached: short ones, which depend on the record and the language alone. */
export const isCacheableType = (type: GraphQLOutputType): boolean => isLeafType(getNullableType(type));

/**
 * Takes the texts of shared records from the cache, and writes the others.
 * @param field what is written, with all that it depends on beside the record and the language of the client.
 */
export function cachedTexts(type: string, field: string, writer: Writer): Writer {
  const slot = slotOf(type, field);
  return {
    texts: (sources, run) => {
      // Records are shared all or none, but for those of several classes.
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
