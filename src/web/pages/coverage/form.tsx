/** The form that asks what is needed. */
import { codesOf } from '../../../vocabulary/concept-scheme';
import { DataModality } from '../../../vocabulary/data-modality';
import { GermanState } from '../../../vocabulary/german-state';
import { choicesIn, shortNameOf } from '../choices/query';
import { Checkboxes, DayField, PictureForm } from '../parts/fields';
import type { Site } from '../site';
import type { PageAnswers } from '../site-page';
import { requirementsIn } from './parameters';
import { needsIn } from './needs-query';
import { coverageWords } from './words';

export function CoverageForm({
  site,
  answers,
  day,
}: {
  site: Site;
  answers: PageAnswers;
  day: string | null;
}) {
  const { language } = site;
  const words = coverageWords[language];
  const required = requirementsIn(site.parameters);
  const { infrastructures } = choicesIn(answers);
  const { standards, services } = needsIn(answers);
  const isOpen = required.standards.length + required.services.length > 0;
  return (
    <PictureForm site={site} path="/coverage" label={words.need}>
      <Checkboxes
        name="infrastructure"
        legend={words.infrastructures}
        options={infrastructures.map((each) => ({ value: each.slug, label: shortNameOf(each) }))}
        chosen={required.infrastructures}
      />
      <Checkboxes
        name="modality"
        legend={words.modalities}
        options={codesOf(DataModality).map((code) => ({
          value: code,
          label: DataModality.concepts[code][language],
        }))}
        chosen={required.modalities}
      />
      <Checkboxes
        name="state"
        legend={words.states}
        options={codesOf(GermanState).map((code) => ({
          value: code,
          label: GermanState.concepts[code][language],
        }))}
        chosen={required.states}
      />
      <details open={isOpen}>
        <summary>{words.more}</summary>
        <Checkboxes
          name="standard"
          legend={words.standards}
          options={standards}
          chosen={required.standards}
        />
        <Checkboxes name="service" legend={words.services} options={services} chosen={required.services} />
      </details>
      <DayField site={site} value={day} />
    </PictureForm>
  );
}
