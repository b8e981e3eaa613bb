/** What can be chosen in the cells of a template, and what is warned of. */
import type { DataValidation } from 'hucre/xlsx';
import type { CodeLists } from './code-lists';
import type { Column } from './column';
import { sheetOfClass } from './sheet-names';
import { lettersOf } from './sheet';
import type { TemplateSheet } from './template';
import { templateWords } from './template-words';
import { yesAndNo, type TableLanguage } from './write-cell';

/** They reach down to this row. */
const lastRow = 2000;

interface DropDownParts {
  readonly template: readonly TemplateSheet[];
  readonly lang: TableLanguage;
  readonly lists: CodeLists;
}

/** @param index of the column in its sheet */
export function validationOf(
  column: Column,
  index: number,
  { template, lang, lists }: DropDownParts,
): DataValidation[] {
  const { form, scheme, field } = column;
  const letters = lettersOf(index + 1);
  const range = `${letters}2:${letters}${lastRow}`;
  const words = templateWords[lang];
  const list = { type: 'list', range, allowBlank: true } as const;
  if (form === 'code' && scheme)
    return [
      {
        ...list,
        formula1: lists.rangeOf(scheme.name),
        showErrorMessage: true,
        errorStyle: 'stop',
        errorTitle: words.fromList,
        errorMessage: words.choose,
      },
    ];
  if (form === 'flag')
    return [
      {
        ...list,
        values: [...yesAndNo[lang]],
        showErrorMessage: true,
        errorStyle: 'stop',
        errorMessage: yesAndNo[lang].join(', '),
      },
    ];
  if (form === 'reference') {
    // What is in this workbook can be chosen; anything else can be written.
    const [here, ...others] = template.filter(
      ({ description }) => description.kind === 'resource' && field.classes.includes(description),
    );
    if (!here || others.length > 0) return [];
    const slug = lettersOf(here.columns.findIndex(({ path }) => path[0] === 'slug') + 1);
    const name = sheetOfClass(here.description, lang).replaceAll("'", "''");
    return [{ ...list, formula1: `'${name}'!$${slug}$2:$${slug}$${lastRow}`, showErrorMessage: false }];
  }
  if (form === 'day')
    return [
      {
        type: 'date',
        operator: 'greaterThan',
        formula1: '1',
        range,
        allowBlank: true,
        showErrorMessage: true,
        errorStyle: 'warning',
        errorMessage: words.forms.day,
      },
    ];
  if (form === 'whole')
    return [
      {
        type: 'whole',
        operator: 'greaterThanOrEqual',
        formula1: String(field.attribute?.min ?? 0),
        range,
        allowBlank: true,
        showErrorMessage: true,
        errorStyle: 'warning',
        errorMessage: words.forms.whole,
      },
    ];
  return [];
}
