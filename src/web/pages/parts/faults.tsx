/** What is wrong with the address of a page, as the query says it. */
import { wordsOf, type Site } from '../site';
import type { PageFault } from '../site-page';

export const Faults = ({ site, faults }: { site: Site; faults: readonly PageFault[] }) => (
  <div class="fault" role="alert">
    <p>
      <strong>{wordsOf(site).cannotAnswer}</strong>
    </p>
    {faults.map(({ message }) => (
      // In English, as in all other formats.
      <p lang={site.language === 'en' ? undefined : 'en'}>{message}</p>
    ))}
  </div>
);
