/** The heading of a page: the name of a record in the reader's language and in others, and its description. */
import type { Description } from '../../../resource/description';
import { labelOfField } from '../../../resource/labels';
import type { Answered, InLanguages, RecordAnswer } from '../answered';
import { namesIn, wordsOf, type Site } from '../site';
import { Evidence } from './evidence';
import { otherLanguage, Paragraphs } from './texts';

/** The name in the languages in which the page does not show it. */
const OtherLanguages = ({ site, record }: { site: Site; record: RecordAnswer }) => {
  const shown = otherLanguage(site, record.names) ?? site.language;
  const others = record.names.filter(
    ({ language, value }) => language.toLowerCase() !== shown && value !== record.name,
  );
  return others.length === 0 ? null : (
    <p class="names">
      {wordsOf(site).otherLanguages}:{' '}
      {others.map(({ language, value }, index) => (
        <>
          {index > 0 && ' · '}
          <span lang={language.toLowerCase()}>{value}</span>
        </>
      ))}
    </p>
  );
};

interface HeadingOptions {
  site: Site;
  description: Description;
  record: RecordAnswer;
  disputed: readonly string[];
}

/** Name and description with their evidence. */
export const Heading = ({ site, description, record, disputed }: HeadingOptions) => {
  const text = (record as Answered).description;
  const evidenceOf = (name: string) => (
    <Evidence
      site={site}
      label={labelOfField({ name })[site.language]}
      evidence={record.evidence.filter(({ property }) => property === name)}
      isDisputed={disputed.includes(name)}
    />
  );
  return (
    <>
      <p class="class">{namesIn(site, description).one}</p>
      <h1 lang={otherLanguage(site, record.names)}>{record.name}</h1>
      <OtherLanguages site={site} record={record} />
      {evidenceOf('name')}
      {typeof text === 'string' && (
        <Paragraphs text={text} lang={otherLanguage(site, record.descriptions as InLanguages)} />
      )}
      {evidenceOf('description')}
    </>
  );
};
