/** The form that asks for a network. */
import { linkKinds, namesOfLinks } from '../../pictures/network-signs';
import { choicesIn, shortNameOf, type Choices } from '../choices/query';
import { Checkboxes, DayField, PictureForm, Select, type Option, type OptionGroup } from '../parts/fields';
import { pictureWords } from '../parts/picture-words';
import { shortNames } from '../sites';
import type { Site } from '../site';
import type { PageAnswers } from '../site-page';
import { depths, sizes, type NetworkParameters } from './parameters';
import { networkWords } from './words';

/** The records that can be chosen, in groups. */
export function recordGroups(
  site: Site,
  { sites, infrastructures, projects, periods }: Choices,
): OptionGroup[] {
  const words = pictureWords[site.language];
  const cities = shortNames(sites);
  return [
    {
      name: words.infrastructures,
      options: infrastructures.map((each) => ({
        value: `infrastructures/${each.slug}`,
        label: shortNameOf(each),
      })),
    },
    {
      name: words.sites,
      options: sites.map(({ slug, name }) => ({
        value: `institutions/${slug}`,
        label: cities.get(slug) ?? name,
      })),
    },
    {
      name: words.projects,
      options: projects.map((each) => ({ value: `projects/${each.slug}`, label: shortNameOf(each) })),
    },
    {
      name: words.periods,
      options: periods.map(({ slug, name }) => ({ value: `funding-periods/${slug}`, label: name })),
    },
  ];
}

/** What the address names but no group has. */
const others = (groups: readonly OptionGroup[], value: string | null, name: string | null): Option[] =>
  value === null || groups.some(({ options }) => options.some((option) => option.value === value))
    ? []
    : [{ value, label: name ?? value }];

interface NetworkFormOptions {
  site: Site;
  answers: PageAnswers;
  parameters: NetworkParameters;
  names: { of: string | null; to: string | null };
}

export function NetworkForm({ site, answers, parameters, names }: NetworkFormOptions) {
  const words = networkWords[site.language];
  const groups = recordGroups(site, choicesIn(answers));
  const plain = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
  return (
    <PictureForm site={site} path="/network" label={words.title}>
      <Select
        name="of"
        label={words.of}
        value={parameters.of}
        options={others(groups, parameters.of, names.of)}
        groups={groups}
      />
      <Select
        name="to"
        label={words.to}
        value={parameters.to ?? ''}
        options={[{ value: '', label: words.nobody }, ...others(groups, parameters.to, names.to)]}
        groups={groups}
      />
      {parameters.to === null && (
        <>
          <Select name="depth" label={words.depth} value={parameters.depth} options={plain(depths)} />
          <Select name="size" label={words.size} value={parameters.size} options={plain(sizes)} />
        </>
      )}
      <DayField site={site} value={parameters.day} />
      <Checkboxes
        name="kind"
        legend={words.kinds}
        options={linkKinds.map((value) => ({ value, label: namesOfLinks[site.language][value] }))}
        chosen={parameters.kinds}
      />
    </PictureForm>
  );
}
