// The visitor's language as React state.
import { useSyncExternalStore } from 'react';
import type { Language } from './examples';
import { language, whenLanguageChanges } from './language';

export const useLanguage = (): Language => useSyncExternalStore(whenLanguageChanges, language);
