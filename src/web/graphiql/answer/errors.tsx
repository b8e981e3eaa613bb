// The errors of an answer in words, above whatever view is chosen.
import { useLanguage } from '../use-language';
import { germanErrors } from './german-errors';
import type { ReadAnswer } from './read-answer';
import { answerWords } from './words';

export function Errors({ errors }: Pick<ReadAnswer, 'errors'>) {
  const language = useLanguage();
  const [first] = errors;
  const german = language === 'de' && first?.code ? germanErrors[first.code] : undefined;
  return (
    <div className="answer-errors" role="alert">
      {first && (
        <p>
          <strong>{answerWords[language].errors(errors.length)}.</strong> {german}{' '}
          <span lang="en">{first.message}</span>
        </p>
      )}
    </div>
  );
}
