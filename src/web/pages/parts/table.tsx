/** A table beside a picture: the same answer, for reading and copying. */
import type { ComponentChildren } from 'preact';

interface TableOptions {
  /** The id of its heading. */
  id: string;
  title: string;
  head: readonly string[];
  rows: readonly (readonly ComponentChildren[])[];
}

export const Table = ({ id, title, head, rows }: TableOptions) => (
  <>
    <h2 id={id}>{title}</h2>
    <div class="wide" role="region" aria-labelledby={id} tabIndex={0}>
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
              {others.map((cell) => (
                <td>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </>
);
