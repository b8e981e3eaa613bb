// The visitor's language, for the examples and as Accept-Language of every request.
import type { Language } from './examples';
import { recall, remember } from './storage';

const storageKey = 'num-gateway:language';
const listeners = new Set<() => void>();
let chosen: Language = named() ?? remembered() ?? preferred();

function languageIn(value: string | null): Language | undefined {
  return value === 'de' || value === 'en' ? value : undefined;
}

/** What the address says, which is the language of the page from which the visitor comes. */
function named(): Language | undefined {
  return languageIn(new URLSearchParams(location.search).get('lang'));
}

function remembered(): Language | undefined {
  return languageIn(recall(storageKey));
}

function preferred(): Language {
  return navigator.language.toLowerCase().startsWith('de') ? 'de' : 'en';
}

/** The current language. */
export function language(): Language {
  return chosen;
}

/** Changes the language, and stores it for later visits. */
export function chooseLanguage(next: Language): void {
  chosen = next;
  for (const changed of listeners) changed();
  remember(storageKey, next);
}

/** Calls back whenever the language has changed. @returns what ends that */
export function whenLanguageChanges(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}
