// The switch between English and German.
import { chooseLanguage } from './language';
import { useLanguage } from './use-language';
import { words } from './words';

const choices = [
  { code: 'en', name: 'English' },
  { code: 'de', name: 'Deutsch' },
] as const;

export function LanguageSwitch() {
  const language = useLanguage();
  const purpose = words[language].languageOf;
  return (
    <div className="language-switch" role="group" aria-label={purpose} title={purpose}>
      {choices.map(({ code, name }) => (
        <button
          key={code}
          type="button"
          lang={code}
          aria-label={`${code.toUpperCase()} ${name}`}
          aria-pressed={code === language}
          onClick={() => chooseLanguage(code)}
        >
          {code.toUpperCase()}
        </button>
      ))}
    </div>
  );
}
