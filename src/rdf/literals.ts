/** Literals of values: texts with their language, numbers and days with their datatype. */
import type { StatedLiteral } from '../resource/kinds/kind';
import { xsd } from '../vocabulary/namespaces';
import type { StatedObject } from '../vocabulary/term';
import { literal, type Node } from './factory';
import { termNode } from './namespaces';

/** The literal that a value states. */
export const literalOf = ({ text, language, datatype }: StatedLiteral): Node =>
  literal(text, language ?? (datatype === undefined ? undefined : termNode(datatype)));

/** What makes the literal of a value without a language. */
export const plainLiteral = ({ datatype }: StatedObject): ((value: unknown) => Node) => {
  if (datatype === undefined) return (value) => literal(String(value));
  const type = termNode(datatype);
  const isDecimal = datatype === xsd('decimal');
  return (value) => literal(isDecimal ? decimal(value) : String(value), type);
};

/** xsd:decimal has no exponent, https://www.w3.org/TR/xmlschema11-2/#decimal */
const decimal = (value: unknown): string => {
  const text = String(value);
  return text.includes('e')
    ? Number(text)
        .toFixed(20)
        .replace(/\.?0+$/, '')
    : text;
};
