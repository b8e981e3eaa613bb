// The explorer's fields are spans that react to the mouse only: this makes them reachable by keyboard.

const clickable = '.graphiql-explorer-root [style*="cursor: pointer"]:not(button):not([tabindex])';

/** Makes what can be clicked in the explorer reachable, now and whenever it is drawn again. */
export function exploreByKeyboard(): void {
  const reach = (): void => {
    for (const element of document.querySelectorAll<HTMLElement>(clickable)) {
      element.tabIndex = 0;
      element.setAttribute('role', 'button');
    }
  };
  new MutationObserver(reach).observe(document.body, { childList: true, subtree: true });
  document.addEventListener('keydown', (event) => {
    const { target, key } = event;
    if ((key !== 'Enter' && key !== ' ') || !(target instanceof HTMLElement)) return;
    if (!target.matches('.graphiql-explorer-root [role="button"][tabindex]')) return;
    event.preventDefault();
    target.click();
  });
}
