// The visitor's language, for the examples and as Accept-Language of every request.
import type { Language } from './examples';
import { recall, remember } from './storage';

const storageKey = 'num-gateway:language';
const listeners = new Set<() => void>();
let chosen: Language = remembered() ?? preferred();

function remembered(): Language | undefined {
  const value = recall(storageKey);
  return value === 'de' || value === 'en' ? value : undefined;
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
