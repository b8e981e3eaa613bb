/** The fields of the forms that choose what a picture shows. They work without scripts. */
import type { ComponentChildren } from 'preact';
import { hrefOf, type Site } from '../site';
import { pictureWords } from './picture-words';

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** Options under a heading. */
export interface OptionGroup {
  readonly name: string;
  readonly options: readonly Option[];
}

interface SelectOptions {
  name: string;
  label: string;
  value: string;
  options?: readonly Option[];
  groups?: readonly OptionGroup[];
}

const Choice = ({ option: { value, label }, chosen }: { option: Option; chosen: string }) => (
  <option value={value} selected={value === chosen}>
    {label}
  </option>
);

export const Select = ({ name, label, value, options = [], groups = [] }: SelectOptions) => (
  <label>
    {label}
    <select name={name}>
      {options.map((option) => (
        <Choice option={option} chosen={value} />
      ))}
      {groups
        .filter((group) => group.options.length > 0)
        .map((group) => (
          <optgroup label={group.name}>
            {group.options.map((option) => (
              <Choice option={option} chosen={value} />
            ))}
          </optgroup>
        ))}
    </select>
  </label>
);

export const DayField = ({ site, value }: { site: Site; value: string | null }) => {
  const words = pictureWords[site.language];
  return (
    <label>
      {words.on}
      <input type="date" name="on" value={value ?? ''} aria-description={words.allTimes} />
    </label>
  );
};

interface CheckboxesOptions {
  name: string;
  legend: string;
  options: readonly Option[];
  chosen: readonly string[];
}

export const Checkboxes = ({ name, legend, options, chosen }: CheckboxesOptions) =>
  options.length === 0 ? null : (
    <fieldset>
      <legend>{legend}</legend>
      <div class="checkboxes">
        {options.map(({ value, label }) => (
          <label>
            <input type="checkbox" name={name} value={value} checked={chosen.includes(value)} /> {label}
          </label>
        ))}
      </div>
    </fieldset>
  );

interface PictureFormOptions {
  site: Site;
  path: string;
  label: string;
  /** What stays as it is. */
  kept?: readonly (readonly [string, string])[];
  children: ComponentChildren;
}

export const PictureForm = ({ site, path, label, kept = [], children }: PictureFormOptions) => (
  <form
    class="narrowing"
    method="get"
    action={hrefOf({ ...site, isLanguageNamed: false }, path)}
    aria-label={label}
  >
    {children}
    {kept.map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    {site.isLanguageNamed && <input type="hidden" name="lang" value={site.language} />}
    <button type="submit">{pictureWords[site.language].draw}</button>
  </form>
);
