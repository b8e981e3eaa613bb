// A picture of an answer in its frame, with the line that says where it comes from.
/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact';
import type { Language } from '../examples';
import type { AnswerWords } from './words';

/** What all pictures of an answer are drawn with. */
export interface Drawing {
  readonly id: string;
  readonly language: Language;
  readonly say: AnswerWords;
  readonly number: (value: number) => string;
  /** Which query it shows, and where. */
  readonly source: string;
}

type FigureOptions = Drawing & { title: string; note: string | null; children: ComponentChildren };

export const Figure = ({ title, note, source, say, children }: FigureOptions) => (
  <figure
    class="picture"
    data-source={`${title} · ${source}`}
    data-save-svg={say.saveSvg}
    data-save-png={say.savePng}
  >
    <div class="frame" role="region" aria-label={title} tabIndex={0}>
      {children}
    </div>
    <figcaption>
      <span>
        {title}
        {note !== null && ` · ${note}`}
      </span>
    </figcaption>
  </figure>
);
