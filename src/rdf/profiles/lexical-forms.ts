/** Which texts are well-formed literals of a datatype. https://www.w3.org/TR/xmlschema11-2/ */

const year = '-?(?:[1-9]\\d{3,}|0\\d{3})';
const zone = '(?:(?:[+-]\\d{2}:\\d{2})|Z)?';
const decimal = '[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)';
const time = 'T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+(?:\\.\\d+)?S)?';

const forms: Readonly<Record<string, RegExp>> = Object.fromEntries(
  Object.entries({
    boolean: 'true|false|1|0',
    integer: '[+-]?\\d+',
    nonNegativeInteger: '\\+?\\d+|-0+',
    positiveInteger: '\\+?0*[1-9]\\d*',
    decimal,
    double: `(?:${decimal})(?:[eE][+-]?\\d+)?|-?INF|NaN`,
    float: `(?:${decimal})(?:[eE][+-]?\\d+)?|-?INF|NaN`,
    date: `${year}-\\d{2}-\\d{2}${zone}`,
    dateTime: `${year}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d+)?${zone}`,
    gYear: `${year}${zone}`,
    gYearMonth: `${year}-\\d{2}${zone}`,
    duration: `-?P(?=.)(?:\\d+Y)?(?:\\d+M)?(?:\\d+D)?(?:${time})?`,
    hexBinary: '(?:[0-9a-fA-F]{2})*',
    anyURI: '[^\\ufffe\\uffff]*',
  }).map(([name, form]) => [`http://www.w3.org/2001/XMLSchema#${name}`, new RegExp(`^(?:${form})$`)]),
);

/** Whether a text is well-formed; of a datatype that is not known here, every text is. */
export const isWellFormed = (text: string, datatype: string): boolean => forms[datatype]?.test(text) ?? true;
