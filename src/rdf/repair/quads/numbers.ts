/** Numbers and truth values as documents of others write them. */
import { xsd } from '../../../vocabulary/namespaces';
import { booleanProperties, countProperties, decimalProperties } from './property-kinds';
import { changed, type Step, typed } from './step';

const spaces = "[ \\u00a0\\u2009\\u202f']";
/** One dot or comma may stand for thousands or for a fraction; several of them, or blanks, only for thousands. */
const thousands = [
  new RegExp(`^\\d{1,3}(?:${spaces}\\d{3})+$`),
  /^\d{1,3}(?:\.\d{3}){2,}$/,
  /^\d{1,3}(?:,\d{3}){2,}$/,
];

/** The whole number that is meant; null if it is none, or may be several. */
export function meantCount(text: string): string | null {
  const [, sign = '', written = ''] = /^([+-]?)(.+)$/.exec(text) ?? [];
  const exact = /^\d(?:\.\d+)?e\+?\d{1,2}$/i.test(written) ? Number(written) : NaN;
  const number = Number.isSafeInteger(exact) ? String(exact) : written;
  const digits = thousands.some((pattern) => pattern.test(number))
    ? number.replace(/\D/g, '')
    : number.replace(/\.0+$/, '');
  if (
    !/^\d+$/.test(digits) ||
    (/\.0{3}$/.test(number) && digits !== number && !thousands.some((one) => one.test(number)))
  )
    return null;
  return (sign === '-' ? '-' : '') + digits.replace(/^0+(?=\d)/, '');
}

export const countForm: Step = (quad) => {
  const { predicate, object } = quad;
  if (object.termType !== 'Literal' || !countProperties.has(predicate.value)) return null;
  const given = object.value.trim();
  const meant = meantCount(given);
  if (meant === null) return { id: 'number-ambiguous', quad };
  if (meant.startsWith('-') && meant !== '-0') return { id: 'negative-count', quad };
  const value = meant.replace('-', '');
  if (value === object.value && object.datatype.value === xsd('nonNegativeInteger')) return null;
  const after = typed(value, 'nonNegativeInteger');
  return { id: value === given ? 'datatype-wrong' : 'number-form', quad: changed(quad, { object: after }) };
};

/** A comma in a number with a fraction may be a thousands separator, unless other than three digits follow. */
export const decimalForm: Step = (quad) => {
  const { predicate, object } = quad;
  if (object.termType !== 'Literal' || !decimalProperties.has(predicate.value)) return null;
  const given = object.value.trim();
  const value = /^\d+,(?:\d{1,2}|\d{4,})$/.test(given) ? given.replace(',', '.') : given;
  if (!/^[+-]?\d+(?:\.\d+)?$/.test(value)) return { id: 'number-ambiguous', quad };
  if (value === object.value && object.datatype.value === xsd('decimal')) return null;
  return {
    id: value === given ? 'datatype-wrong' : 'number-form',
    quad: changed(quad, { object: typed(value, 'decimal') }),
  };
};

export const truth: Readonly<Record<string, 'true' | 'false'>> = {
  true: 'true',
  yes: 'true',
  ja: 'true',
  wahr: 'true',
  '1': 'true',
  false: 'false',
  no: 'false',
  nein: 'false',
  falsch: 'false',
  '0': 'false',
};

export const booleanForm: Step = (quad) => {
  const { predicate, object } = quad;
  if (object.termType !== 'Literal' || !booleanProperties.has(predicate.value)) return null;
  if (object.datatype.value === xsd('boolean') && /^(?:true|false|1|0)$/.test(object.value)) return null;
  const value = truth[object.value.trim().toLowerCase()];
  if (value === undefined) return { id: 'boolean-ambiguous', quad };
  return { id: 'datatype-wrong', quad: changed(quad, { object: typed(value, 'boolean') }) };
};
