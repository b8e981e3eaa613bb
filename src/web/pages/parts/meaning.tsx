/** What a vocabulary or concept means, in the reader's language where it is there, otherwise in English. */
import type { Label } from '../../../vocabulary/label';
import type { Site } from '../site';
import { Marked } from './marked';

export const Meaning = ({ site, of }: { site: Site; of: Partial<Label> & Pick<Label, 'en'> }) => {
  const text = of[site.language];
  return text === undefined ? (
    <span lang="en">
      <Marked text={of.en} />
    </span>
  ) : (
    <Marked text={text} />
  );
};
