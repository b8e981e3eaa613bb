/** The data of a record from the cells of its row. */
import { WrongValue, checkIdentifier, checkPart } from '../../resource/written/check';
import type { IdentifierScheme } from '../../vocabulary/identifier-scheme';
import type { TableField } from './column';

type Data = Record<string, unknown>;

/** A value that stood in a cell, with the part of the record that the column holds. */
export interface CellOfRow {
  readonly path: readonly string[];
  readonly value: unknown;
}

/** A value that does not fit, by the path of its column. */
export interface Misfit {
  readonly path: readonly string[];
  readonly value: unknown;
  readonly takes: string;
}

/** The value of a field from its cells, without what does not fit. */
export function fieldValue(
  field: TableField,
  cells: readonly CellOfRow[],
): { value: unknown; misfits: readonly Misfit[] } {
  const { value: put, numbers } = assembled(field, cells);
  const misfits: Misfit[] = [];
  let value = put;
  while (value !== undefined) {
    const wrong = faultIn(field, value);
    if (!wrong) break;
    const [step] = wrong.path;
    misfits.push({
      path: columnPath(field, wrong.path, numbers),
      value: partAt(value, wrong.path),
      takes: wrong.takes,
    });
    value = without(value, step);
  }
  return { value, misfits };
}

/** What several values have in numbered columns becomes a list; empty numbers are left out. */
function assembled(
  field: TableField,
  cells: readonly CellOfRow[],
): { value: unknown; numbers: readonly string[] } {
  const [first] = cells;
  if (!first) return { value: undefined, numbers: [] };
  if (first.path.length === 1) return { value: first.value, numbers: [] };
  if (field.form.of !== 'several')
    return { value: Object.fromEntries(cells.map(({ path, value }) => [path[1], value])), numbers: [] };
  const groups = new Map<string, Data>();
  for (const { path, value } of cells) {
    const [, number = '', part = ''] = path;
    groups.set(number, { ...groups.get(number), [part]: value });
  }
  const numbers = [...groups.keys()].sort((one, other) => Number(one) - Number(other));
  return { value: numbers.map((number) => groups.get(number)), numbers };
}

function faultIn({ attribute, name }: TableField, value: unknown): WrongValue | null {
  try {
    if (attribute) attribute.kind.check(value, attribute);
    else if (name === 'identifiers')
      (value as Data[]).forEach((each, index) =>
        checkPart(index, () =>
          checkPart('value', () => {
            if (typeof each.scheme !== 'string')
              throw new WrongValue('its scheme beside it, such as ROR or DOI');
            return checkIdentifier(each.scheme as IdentifierScheme, each.value);
          }),
        ),
      );
    return null;
  } catch (error) {
    if (error instanceof WrongValue) return error;
    throw error;
  }
}

function columnPath(
  { name, form }: TableField,
  [step, ...rest]: WrongValue['path'],
  numbers: readonly string[],
): string[] {
  if (form.of === 'several' && typeof step === 'number')
    return [name, numbers[step] ?? '', ...rest.map(String)];
  return form.of === 'cell' || step === undefined ? [name] : [name, String(step)];
}

const partAt = (value: unknown, path: WrongValue['path']): unknown =>
  path.reduce<unknown>(
    (part, step) => (part as Readonly<Record<string | number, unknown>> | undefined)?.[step],
    value,
  );

/** A list or texts by language without one of them; of all else nothing is left. */
function without(value: unknown, step: string | number | undefined): unknown {
  if (Array.isArray(value) && typeof step === 'number') {
    const left: unknown[] = value.filter((_, index) => index !== step);
    return left.length > 0 ? left : undefined;
  }
  return undefined;
}
