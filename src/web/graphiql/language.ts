// The visitor's language: it words the examples and goes with every request as Accept-Language.
import { useSyncExternalStore } from 'react';
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

/** The language that holds now. */
export function language(): Language {
  return chosen;
}

/** Changes the language, now and for later visits. */
export function chooseLanguage(next: Language): void {
  chosen = next;
  for (const changed of listeners) changed();
  remember(storageKey, next);
}

/** The language as React state: a component that uses it follows every change. */
export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, language);
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}
