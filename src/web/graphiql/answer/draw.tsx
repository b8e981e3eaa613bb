// Draws the pictures of an answer into the page. It is loaded with the first picture that somebody wants to see.
/** @jsxImportSource preact */
import { render } from 'preact';
import { addSavings } from '../../islands/saving/picture-file';
import type { Language } from '../examples';
import type { Chart } from './charts';
import { ChartFigure } from './drawn-charts';
import { NetworkFigure } from './drawn-network';
import type { AnsweredNetwork } from './network';
import { answerWords } from './words';

export interface Drawn {
  readonly charts: readonly Chart[];
  readonly network: AnsweredNetwork | null;
}

/** @returns what takes the pictures away again */
export function draw(
  place: HTMLElement,
  { charts, network }: Drawn,
  language: Language,
  source: string,
): () => void {
  const shared = {
    language,
    say: answerWords[language],
    number: (value: number) => value.toLocaleString(language),
    source,
  };
  render(
    <>
      {charts.map((chart, index) => (
        <ChartFigure key={index} chart={chart} id={`${chart.kind}-${index + 1}`} {...shared} />
      ))}
      {network && <NetworkFigure network={network} id="network" {...shared} />}
    </>,
    place,
  );
  for (const figure of place.querySelectorAll<HTMLElement>('figure.picture')) addSavings(figure);
  return () => render(null, place);
}
