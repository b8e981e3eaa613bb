import { DatePrecision } from '../../vocabulary/date-precision';
import { Language, languageOf, tagOf } from '../../vocabulary/language';
import { schema } from '../../vocabulary/namespaces';
import { readStatedDay } from '../time';
import {
  checkEach,
  checkLine,
  checkList,
  checkMap,
  checkMatch,
  checkPart,
  checkStatedDate,
  isLanguageTag,
  WrongValue,
} from '../written/check';
import { dateLiteral } from './day';
import { list, parsed, type Kind } from './kind';
import type { ObjectValue } from './value-type';
import { each } from './read-back';

/** A name as it is stored: its dates as stated, which are a year, a month or a day. */
interface StatedName {
  /** Language tag, such as `de`. */
  language: string;
  value: string;
  startsOn?: string;
  endsOn?: string;
}

/** A name that is or was in use beside the present one. */
export interface OtherName {
  language: Language;
  value: string;
  startsOn: string | null;
  startsOnPrecision: DatePrecision | null;
  endsOn: string | null;
  endsOnPrecision: DatePrecision | null;
}

/** When a name was in use. */
const [validFrom, validThrough] = [schema('validFrom'), schema('validThrough')];

const fields = '{ language, value, startsOn, endsOn }';

function checkName(written: unknown): StatedName {
  const { language, value, startsOn, endsOn, ...rest } = checkMap(written, fields);
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined) throw new WrongValue(`only ${fields}`, [unknown]);
  return {
    language: checkPart('language', () => checkMatch(language, isLanguageTag, 'a language, such as de')),
    value: checkPart('value', () => checkLine(value)),
    ...(startsOn != null && { startsOn: checkPart('startsOn', () => checkStatedDate(startsOn)) }),
    ...(endsOn != null && { endsOn: checkPart('endsOn', () => checkStatedDate(endsOn)) }),
  };
}

function shownName({ language: tag, value, startsOn, endsOn }: StatedName): OtherName[] {
  const language = languageOf(tag);
  if (!language) return [];
  const [starts, ends] = [readStatedDay(startsOn ?? '', 'start'), readStatedDay(endsOn ?? '', 'end')];
  const name = {
    language,
    value,
    startsOn: starts?.day ?? null,
    startsOnPrecision: starts?.precision ?? null,
    endsOn: ends?.day ?? null,
    endsOnPrecision: ends?.precision ?? null,
  };
  return [name];
}

const days: ObjectValue['fields'] = {
  startsOn: ['Date', 'First day on which it was in use, as far as a source tells.', 'nullable'],
  startsOnPrecision: [
    DatePrecision,
    'How exactly a source states `startsOn`; null where it is unknown.',
    'nullable',
  ],
  endsOn: ['Date', 'Last day on which it was in use, as far as a source tells.', 'nullable'],
  endsOnPrecision: [
    DatePrecision,
    'How exactly a source states `endsOn`; null where it is unknown.',
    'nullable',
  ],
};

/** Other names with the time of their use. */
export const names: Kind = {
  name: 'names',
  holds: 'wordings',
  row: {
    of: 'several',
    parts: {
      language: { form: 'text' },
      value: { form: 'text' },
      startsOn: { form: 'date' },
      endsOn: { form: 'date' },
    },
  },
  ...list,
  read: (stored) => ((parsed(stored) ?? []) as StatedName[]).flatMap(shownName),
  check: (written) => checkEach(checkList(written, `a list of ${fields}`), checkName),
  output: () => [
    {
      name: 'OtherName',
      about: 'A name that is or was in use beside the present one.',
      fields: {
        language: [Language, 'Language to which it belongs.'],
        value: ['String', 'The name.'],
        ...days,
      },
    },
  ],
  searched: (values: OtherName[] | StatedName[]) =>
    values.map(({ value, language }) => ({ text: value, language: language.toLowerCase() })),
  stated: () => ({ object: 'tagged' }),
  literals: (values: OtherName[]) =>
    values.map(({ value, language }) => ({ text: value, language: tagOf(language) })),
  apart: (values) =>
    (values as OtherName[]).flatMap(
      ({ value, language, startsOn, startsOnPrecision, endsOn, endsOnPrecision }) =>
        startsOn == null && endsOn == null
          ? []
          : [
              {
                about: { text: value, language: tagOf(language) },
                more: {
                  ...(startsOn != null && { [validFrom]: dateLiteral(startsOn, startsOnPrecision) }),
                  ...(endsOn != null && { [validThrough]: dateLiteral(endsOn, endsOnPrecision) }),
                },
              },
            ],
    ),
  withApart: (values, apart) =>
    (values as StatedName[]).map((name) => {
      const found = apart.find(({ about }) => about.text === name.value && about.language === name.language);
      const [startsOn, endsOn] = [found?.more[validFrom]?.text, found?.more[validThrough]?.text];
      return {
        ...name,
        ...(startsOn !== undefined && { startsOn }),
        ...(endsOn !== undefined && { endsOn }),
      };
    }),
  readBack: each(({ text, language }) =>
    language === undefined || text.trim() === '' ? undefined : { language, value: text },
  ),
};
