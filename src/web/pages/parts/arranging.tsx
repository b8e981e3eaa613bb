/** How a list is read: in which order, and which columns it shows. */
import type { Attribute, Description } from '../../../resource/description';
import { labelOfField } from '../../../resource/labels';
import { columnsOf } from '../documents/columns';
import { ordersOf } from '../documents/orders';
import { wordsOf, type Site } from '../site';

export const Sorting = ({ site, description }: { site: Site; description: Description }) => {
  const words = wordsOf(site);
  const chosen = site.parameters.get('sort') ?? '';
  const orders = ordersOf(description).flatMap(({ name, label }) => [
    { value: name, label: `↑ ${label[site.language]}` },
    { value: `-${name}`, label: `↓ ${label[site.language]}` },
  ]);
  return (
    <label>
      {words.sort}
      <select name="sort">
        <option value="" selected={chosen === ''}>
          {words.usualOrder}
        </option>
        {orders.map(({ value, label }) => (
          <option value={value} selected={value === chosen}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
};

interface ColumnsOptions {
  site: Site;
  description: Description;
  columns: readonly Attribute[];
}

/** Closed, it changes nothing: columns are part of the address once one is chosen. */
export const Columns = ({ site, description, columns }: ColumnsOptions) => {
  const isChosen = site.parameters.has('columns');
  return (
    <details class="choices">
      <summary>{wordsOf(site).columns}</summary>
      <fieldset>
        <legend class="unseen">{wordsOf(site).columns}</legend>
        {columnsOf(description).map((attribute) => (
          <label>
            <input
              type="checkbox"
              name="columns"
              value={attribute.name}
              checked={isChosen && columns.includes(attribute)}
            />{' '}
            {labelOfField(attribute)[site.language]}
          </label>
        ))}
      </fieldset>
    </details>
  );
};
