/** A picture in its frame: with the line that says what it shows of which data, and what saves it. */
import type { ComponentChildren } from 'preact';
import type { Label } from '../../../vocabulary/label';
import { addressIn, siteName, type Site } from '../site';
import type { PageAnswers } from '../site-page';
import { writtenDay, writtenNumber } from '../values/days';
import type { DataVersion } from './data-version';
import { pictureWords } from './picture-words';

interface FigureOptions {
  site: Site;
  answers: PageAnswers;
  title: string;
  /** The day that it shows; null for all times, undefined where time plays no part. */
  on?: string | null;
  children: ComponentChildren;
}

/** What, which day, which version of the data. */
function sourceLine({ site, answers, title, on }: Omit<FigureOptions, 'children'>): string {
  const words = pictureWords[site.language];
  const { catalogue } = (answers.version?.data ?? {}) as Partial<DataVersion>;
  const changed = catalogue?.changedAt?.slice(0, 10);
  return [
    title,
    ...(on === undefined
      ? []
      : [on === null ? words.atAnyTime : words.ofDay(writtenDay(on, null, site.language))]),
    ...(catalogue === undefined
      ? []
      : [
          words.version(writtenNumber(catalogue.dataVersion, site.language)) +
            (changed === undefined ? '' : ` ${words.of(writtenDay(changed, null, site.language))}`),
        ]),
    siteName,
  ].join(' · ');
}

/** Without scripts the picture is complete; the script `save-picture` adds what saves it. */
export function Figure({ site, answers, title, on, children }: FigureOptions) {
  const words = pictureWords[site.language];
  const line = sourceLine({ site, answers, title, on });
  return (
    <figure
      class="picture"
      data-source={`${line} · ${addressIn(site, site.language)}`}
      data-save-svg={words.saveSvg}
      data-save-png={words.savePng}
    >
      <div class="frame" role="region" aria-label={title} tabIndex={0}>
        {children}
      </div>
      <figcaption>{line}</figcaption>
    </figure>
  );
}

interface AddressFaultsOptions {
  site: Site;
  answers: PageAnswers;
  /** What cannot be read in the address. */
  faults: readonly Label[];
}

/** What is wrong with the address, and what the queries say of it. */
export function AddressFaults({ site, answers, faults }: AddressFaultsOptions) {
  const ofQueries = Object.values(answers).flatMap((answer) => answer.faults);
  if (faults.length + ofQueries.length === 0) return null;
  return (
    <div class="fault" role="alert">
      {faults.map((fault) => (
        <p>{fault[site.language]}</p>
      ))}
      {ofQueries.map(({ message }) => (
        // In English, as in all other formats.
        <p lang={site.language === 'en' ? undefined : 'en'}>{message}</p>
      ))}
    </div>
  );
}
