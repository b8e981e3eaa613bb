/** A table beside a picture: the same answer, for reading and copying. */
import type { ComponentChildren } from 'preact';

interface TableOptions {
  /** The id of its heading. */
  id: string;
  title: string;
  head: readonly string[];
  rows: readonly (readonly ComponentChildren[])[];
  /** Whether its columns are compared with one another, so that its rows stay rows on narrow screens. */
  isCross?: boolean;
}

export const Table = ({ id, title, head, rows, isCross = false }: TableOptions) => (
  <>
    <h2 id={id}>{title}</h2>
    <div class={isCross ? 'wide' : 'wide cards'} role="region" aria-labelledby={id} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {head.map((each) => (
              <th scope="col">{each}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...others]) => (
            <tr>
              <th scope="row">{first}</th>
              {others.map((cell, index) => (
                <td data-label={head[index + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </>
);
