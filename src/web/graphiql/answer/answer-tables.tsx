// The tables of an answer.
import { Fragment } from 'react';
import { useLanguage } from '../use-language';
import type { AnswerTable, Cell } from './table';
import { answerWords } from './words';

/** More rows make a page slow; a download has all. */
const mostRows = 500;

export function AnswerTables({ tables }: { tables: readonly AnswerTable[] }) {
  const language = useLanguage();
  const say = answerWords[language];
  const written = (count: number) => count.toLocaleString(language);
  return tables.map(({ name, columns, rows, total }, index) => (
    <Fragment key={index}>
      <table>
        <caption>
          <strong>{name || say.answerTable}</strong>{' '}
          {say.rows(written(rows.length), total === null ? null : written(total))}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, mostRows).map((row, line) => (
            <tr key={line}>
              {row.map((cell, place) => (
                <td key={place} className={typeof cell === 'number' ? 'number' : undefined}>
                  <Value cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > mostRows && <p>{say.firstOnly(written(mostRows))}</p>}
    </Fragment>
  ));
}

/** What nobody states is an empty cell. */
function Value({ cell }: { cell: Cell }) {
  if (cell === null) return null;
  if (typeof cell === 'string' && /^https?:\/\/[^\s|]+$/.test(cell))
    return (
      <a href={cell} rel="noreferrer">
        {cell}
      </a>
    );
  return String(cell);
}
