/** Sites with what they have, lack and may have, and whom to call. */
import { Table } from '../parts/table';
import { pictureWords } from '../parts/picture-words';
import { Mention, Outside } from '../parts/texts';
import { wordsOf, type Site } from '../site';
import type { Covered, Verdict } from './query';
import { coverageWords } from './words';

const labelOf = ({ requirement }: Verdict): string => requirement.values.map(({ label }) => label).join(', ');

const verdicts = (site: Site, of: readonly Verdict[]) =>
  of.length === 0 ? null : (
    <ul class="verdicts">
      {of.map((verdict) => (
        <li>
          {labelOf(verdict)} <span class="key">({pictureWords[site.language].reasons[verdict.reason]})</span>
        </li>
      ))}
    </ul>
  );

/** The offices of the site, or of what it takes part in; where no source names one, its home page. */
const Contacts = ({ site, of: { contacts, institution } }: { site: Site; of: Covered }) => {
  const words = coverageWords[site.language];
  if (contacts.length === 0)
    return institution.homepage === null ? (
      <span class="unknown">{wordsOf(site).notStated}</span>
    ) : (
      <Outside href={institution.homepage}>{words.homepage}</Outside>
    );
  return (
    <ul class="verdicts">
      {contacts.map(({ contact, of }) => (
        <li>
          <Mention site={site} of={contact} />
          {contact.email !== null && (
            <>
              {', '}
              <a href={`mailto:${contact.email}`}>{contact.email}</a>
            </>
          )}{' '}
          <span class="key">({of.name})</span>
        </li>
      ))}
    </ul>
  );
};

interface SitesTableOptions {
  site: Site;
  id: string;
  title: string;
  covered: readonly Covered[];
}

export function SitesTable({ site, id, title, covered }: SitesTableOptions) {
  const words = coverageWords[site.language];
  if (covered.length === 0)
    return (
      <>
        <h2 id={id}>{title}</h2>
        <p>{words.nobody}</p>
      </>
    );
  return (
    <Table
      id={id}
      title={title}
      head={[pictureWords[site.language].site, words.has, words.lacks, words.maybe, words.call]}
      rows={covered.map((each) => [
        <Mention site={site} of={each.institution} />,
        verdicts(site, each.meets),
        verdicts(site, each.lacks),
        verdicts(site, each.unknown),
        <Contacts site={site} of={each} />,
      ])}
    />
  );
}
