// Which view of answers is chosen; it stays so for further answers, and an address can name it by `?view=`.
import { useSyncExternalStore } from 'react';
import { views, type View } from './read-answer';

const listeners = new Set<() => void>();
let chosen: View = named() ?? 'json';

function named(): View | undefined {
  const view = new URLSearchParams(location.search).get('view');
  return views.find((each) => each === view);
}

/** The chosen view, which an answer need not have. */
export const chosenView = (): View => chosen;

export function chooseView(next: View): void {
  chosen = next;
  for (const changed of listeners) changed();
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

export const useChosenView = (): View => useSyncExternalStore(subscribe, chosenView);
