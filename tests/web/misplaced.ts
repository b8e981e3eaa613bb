/** What an eye would find misplaced on a page: texts that are cut, or lie on one another; and stops of the keyboard that are not seen. */
import type { Page } from 'playwright-core';

/** What runs out of the page or of its box. */
export const cutOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const found = scrollWidth > clientWidth ? [`the page is ${scrollWidth} px wide, not ${clientWidth}`] : [];
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const { overflowX, overflowY } = getComputedStyle(element);
      const hides = [overflowX, overflowY].some((each) => each === 'hidden' || each === 'clip');
      if (!hides || element.closest('.unseen') || !element.checkVisibility()) continue;
      const { scrollWidth: all, clientWidth: shown, scrollHeight, clientHeight } = element;
      if (all > shown + 1 || scrollHeight > clientHeight + 1)
        found.push(
          `<${element.localName} class="${element.className}"> hides "${element.innerText.slice(0, 60)}"`,
        );
    }
    return found;
  });

/** Pairs of texts of which one lies on the other. */
export const overlapsOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    interface Placed {
      readonly text: string;
      readonly left: number;
      readonly right: number;
      readonly top: number;
      readonly bottom: number;
    }
    const placed: Placed[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (texts.nextNode()) {
      const node = texts.currentNode;
      const parent = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (!parent || text === '' || parent.closest('.unseen, .skip, title, desc, option, script')) continue;
      if (!parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      // The boxes of slanted texts overlap where the texts do not.
      if (parent instanceof SVGGraphicsElement && parent.getScreenCTM()?.b !== 0) continue;
      range.selectNodeContents(node);
      // What is scrolled away in a frame is not seen.
      const frame = parent.closest('.frame, .wide, pre')?.getBoundingClientRect();
      const seen = frame ?? { left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity };
      // A line of text is less high than its box: what is above and below the letters may lie on other lines.
      for (const { left, right, top, bottom, height } of range.getClientRects()) {
        if (right < seen.left || left > seen.right || bottom > seen.bottom || top < seen.top) continue;
        placed.push({
          text,
          left: Math.max(left, seen.left),
          right: Math.min(right, seen.right),
          top: top + height * 0.3,
          bottom: bottom - height * 0.3,
        });
      }
    }
    placed.sort((one, other) => one.top - other.top);
    const found = new Set<string>();
    placed.forEach((one, index) => {
      for (const other of placed.slice(index + 1)) {
        if (other.top >= one.bottom) break;
        const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        if (width > 2) found.add(`"${one.text.slice(0, 40)}" and "${other.text.slice(0, 40)}"`);
      }
    });
    return [...found];
  });

/** Stops of the keyboard that show nothing where they are, or lie outside of what is seen. */
export const unseenStopsOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const stops = document.querySelectorAll<HTMLElement | SVGElement>(
      'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]',
    );
    const lookOf = (element: Element) => {
      const { outlineStyle, outlineWidth, boxShadow, stroke, strokeWidth, textDecorationLine } =
        getComputedStyle(element);
      return [outlineStyle, outlineWidth, boxShadow, stroke, strokeWidth, textDecorationLine].join(' ');
    };
    for (const stop of stops) {
      if (!stop.checkVisibility({ visibilityProperty: true })) continue;
      const label = `${stop.localName} "${(stop.getAttribute('aria-label') ?? stop.textContent).trim().slice(0, 40)}"`;
      (document.activeElement as HTMLElement | null)?.blur();
      const before = lookOf(stop);
      const inside = [...stop.children].map(lookOf).join();
      stop.focus();
      if (document.activeElement !== stop) {
        found.push(`${label} cannot be reached`);
        continue;
      }
      if (lookOf(stop) === before && [...stop.children].map(lookOf).join() === inside)
        found.push(`${label} looks the same with the focus`);
      const { left, right, top, bottom } = stop.getBoundingClientRect();
      if (right <= 0 || left >= innerWidth || bottom <= 0 || top >= innerHeight)
        found.push(`${label} is not in sight`);
    }
    return found;
  });
