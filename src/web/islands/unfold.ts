// Unfolds a record of a network in place: the page that its link leads to is loaded, and its picture and tables take the place of those that are shown.

const drawn = 'drawn';

/** The record whose link this is; null for any other link. */
function unfolding(target: EventTarget | null): Element | null {
  const link = target instanceof Element ? target.closest('a[data-unfold]') : null;
  return link?.closest(`#${drawn}[data-unfolds]`) ? link : null;
}

/** The same record in what is shown now. */
const linkOf = (record: string): HTMLElement | SVGElement | null =>
  document.querySelector(`#network a[data-unfold="${CSS.escape(record)}"]`);

/** Where the reader sees a record; null if it is not drawn. */
const placeOf = (record: string): DOMRect | null => linkOf(record)?.getBoundingClientRect() ?? null;

/** Scrolls the frame so that a record stands where it stood: what is drawn anew has other places. */
function keepPlace(record: string, before: DOMRect | null): void {
  const now = placeOf(record);
  const frame = linkOf(record)?.closest('.frame');
  if (!now || !before || !frame) return;
  frame.scrollLeft += now.left - before.left;
  frame.scrollTop += now.top - before.top;
}

let asking: AbortController | null = null;

/** Shows the picture of another page. Without an answer the page itself is opened, which says why. */
async function show(href: string): Promise<boolean> {
  asking?.abort();
  const own = (asking = new AbortController());
  const shown = document.getElementById(drawn);
  shown?.setAttribute('aria-busy', 'true');
  try {
    const response = await fetch(href, { headers: { accept: 'text/html' }, signal: own.signal });
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const next = page.getElementById(drawn);
    if (!response.ok || !next || !shown) throw new Error();
    shown.replaceWith(document.importNode(next, true));
    document
      .querySelector('#queries')
      ?.parentElement?.replaceWith(...page.querySelectorAll('section[aria-labelledby="queries"]'));
    // What saves the picture has to be added anew.
    document.dispatchEvent(new Event('drawn'));
    return true;
  } catch {
    if (!own.signal.aborted) location.assign(href);
    return false;
  }
}

document.addEventListener('click', (event) => {
  const link = unfolding(event.target);
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  const { href, record } = { href: link.getAttribute('href'), record: link.getAttribute('data-unfold') };
  if (href === null || record === null) return;
  event.preventDefault();
  const { scrollX, scrollY } = window;
  const placeBefore = placeOf(record);
  void show(href).then((isShown) => {
    if (!isShown) return;
    history.pushState(null, '', href);
    scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' });
    keepPlace(record, placeBefore);
    linkOf(record)?.focus({ preventScroll: true });
  });
});

window.addEventListener('popstate', () => void show(location.href));

/** A large network is scrolled in its frame: what it is about stands in the middle. */
function showCentre(): void {
  const centre = document.querySelector('#network a.centre');
  const frame = centre?.closest('.frame');
  if (!centre || !frame) return;
  const [inner, outer] = [centre.getBoundingClientRect(), frame.getBoundingClientRect()];
  frame.scrollLeft += inner.left + inner.width / 2 - outer.left - outer.width / 2;
  frame.scrollTop += inner.top + inner.height / 2 - outer.top - outer.height / 2;
}

showCentre();
