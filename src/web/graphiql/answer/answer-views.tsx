// Tabs above the answer: it can be read as JSON, and where it has lists, numbers or links, as tables, charts or a network.
import { pick, useGraphiQL } from '@graphiql/react';
import { useEffect, useMemo, useState, type KeyboardEvent } from 'react';
import { createPortal } from 'react-dom';
import { useLanguage } from '../use-language';
import { AnswerTables } from './answer-tables';
import { Errors } from './errors';
import { Pictures } from './pictures';
import { readAnswer, viewsOf, type Exchange, type View } from './read-answer';
import { chooseView, useChosenView } from './view';
import { answerWords } from './words';

export function AnswerViews() {
  const say = answerWords[useLanguage()];
  const place = usePlace();
  const exchange = useExchange();
  const { schema } = useGraphiQL(pick('schema'));
  const answer = useMemo(() => readAnswer(exchange, schema), [exchange, schema]);
  const possible = viewsOf(answer);
  const chosen = useChosenView();
  const view = possible.includes(chosen) ? chosen : 'json';

  // The editor stays where it is, so that it keeps its place and its height.
  useEffect(() => {
    place?.parentElement?.setAttribute('data-view', view);
  }, [place, view]);

  if (!place || exchange.response === '') return null;
  return createPortal(
    <>
      {possible.length > 1 && <Tabs possible={possible} view={view} label={say.views} named={say} />}
      <Errors errors={answer.errors} />
      {view !== 'json' && (
        <div
          className="answer-view"
          role="tabpanel"
          id="answer-view"
          aria-labelledby={`answer-tab-${view}`}
          tabIndex={0}
        >
          {view === 'table' && <AnswerTables tables={answer.tables} />}
          {view === 'chart' && <Pictures charts={answer.charts} network={null} />}
          {view === 'network' && <Pictures charts={[]} network={answer.network} />}
        </div>
      )}
    </>,
    place,
  );
}

interface TabsOptions {
  readonly possible: readonly View[];
  readonly view: View;
  readonly label: string;
  readonly named: Readonly<Record<View, string>>;
}

function Tabs({ possible, view, label, named }: TabsOptions) {
  const move = ({ key, currentTarget }: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
    if (step === undefined) return;
    const next = possible.at((possible.indexOf(view) + step) % possible.length);
    if (!next) return;
    chooseView(next);
    currentTarget.querySelector<HTMLElement>(`#answer-tab-${next}`)?.focus();
  };
  return (
    <div className="answer-tabs" role="tablist" aria-label={label} onKeyDown={move}>
      {possible.map((each) => (
        <button
          key={each}
          id={`answer-tab-${each}`}
          type="button"
          role="tab"
          aria-selected={each === view}
          aria-controls={each === view && each !== 'json' ? 'answer-view' : undefined}
          tabIndex={each === view ? 0 : -1}
          onClick={() => chooseView(each)}
        >
          {named[each]}
        </button>
      ))}
    </div>
  );
}

/** An element before the response editor, for which GraphiQL has no place of its own. */
function usePlace(): HTMLElement | null {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  useEffect(() => {
    const made = document.createElement('div');
    made.className = 'answer';
    document.querySelector('.graphiql-response')?.prepend(made);
    setPlace(made);
    return () => made.remove();
  }, []);
  return place;
}

/** What the editors show of an answer and of the query that it answers. */
function useExchange(): Exchange {
  const { queryEditor, responseEditor, operationName } = useGraphiQL(
    pick('queryEditor', 'responseEditor', 'operationName'),
  );
  const [exchange, setExchange] = useState<Exchange>({ query: '', operationName: null, response: '' });
  useEffect(() => {
    if (!queryEditor || !responseEditor) return undefined;
    const read = () =>
      setExchange({
        query: queryEditor.getValue(),
        operationName: operationName ?? null,
        response: responseEditor.getValue(),
      });
    read();
    const reading = responseEditor.onDidChangeModelContent(read);
    return () => reading.dispose();
  }, [queryEditor, responseEditor, operationName]);
  return exchange;
}
