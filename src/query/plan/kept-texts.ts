/** Texts of fields that kept records have already: written once for each version of the data, in each language. */
import { isLeafType, getNullableType, type GraphQLOutputType } from 'graphql';
import { languages } from '../../resource/text';
import { textsOf, type KeptRecord } from '../kept/kept';
import { after } from './maybe-promise';
import { at } from './values';
import type { Writer } from './writer';

const slots = new Map<string, number>();

/** The place of a field's texts among those of a record. There are as many as the schema has such fields, with the languages that may be asked for. */
function slotOf(field: string): number {
  const known = slots.get(field) ?? slots.size * languages.length;
  slots.set(field, known);
  return known;
}

/** Whether the texts of a field may be kept: short ones, which depend on the record and the language alone. */
export const isKeptType = (type: GraphQLOutputType): boolean => isLeafType(getNullableType(type));

/**
 * Takes the texts of kept records from where they are kept, and writes the others.
 * @param field what is written, with all that it depends on beside the record and the language of the client.
 */
export function keptTexts(field: string, writer: Writer): Writer {
  const slot = slotOf(field);
  return {
    texts: (sources, run) => {
      if (!run.kept) return writer.texts(sources, run);
      const place = slot + languages.indexOf(run.context.language);
      const texts = new Array<string>(sources.length);
      const missing: number[] = [];
      for (let index = 0; index < sources.length; index++) {
        const known = (textsOf(sources[index] as KeptRecord) as string[] | undefined)?.[place];
        if (known === undefined) missing.push(index);
        else texts[index] = known;
      }
      if (missing.length === 0) return texts;
      const rest = missing.map((index) => sources[index]);
      return after(writer.texts(rest, run), (written) => {
        missing.forEach((index, position) => {
          const text = at(written, position);
          texts[index] = text;
          const kept = textsOf(sources[index] as KeptRecord) as string[] | undefined;
          if (kept) kept[place] = text;
        });
        return texts;
      });
    },
  };
}
