// A place for the pictures of an answer. What draws them is loaded when somebody wants to see one.
import { pick, useGraphiQL } from '@graphiql/react';
import { useEffect, useRef, useState } from 'react';
import { useLanguage } from '../use-language';
import type { ReadAnswer } from './read-answer';
import { answerWords } from './words';

export function Pictures({ charts, network }: Pick<ReadAnswer, 'charts' | 'network'>) {
  const language = useLanguage();
  const place = useRef<HTMLDivElement>(null);
  const [isDrawn, setDrawn] = useState(false);
  const { operationName } = useGraphiQL(pick('operationName'));
  const source = [
    operationName,
    new Date().toISOString().slice(0, 10),
    'NUM data-space gateway',
    location.origin + location.pathname,
  ]
    .filter(Boolean)
    .join(' · ');

  useEffect(() => {
    let isGone = false;
    let remove: (() => void) | undefined;
    void import('./draw').then(({ draw }) => {
      if (isGone || !place.current) return;
      remove = draw(place.current, { charts, network }, language, source);
      setDrawn(true);
    });
    return () => {
      isGone = true;
      remove?.();
    };
  }, [charts, network, language, source]);

  return (
    <>
      {!isDrawn && <p role="status">{answerWords[language].drawing}</p>}
      <div ref={place} />
    </>
  );
}
