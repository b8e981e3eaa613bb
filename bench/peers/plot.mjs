/** Draws the requests per second of each query as bars: `node plot.mjs results.json plot.svg`. */
import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { readFile, writeFile } from 'node:fs/promises';

const { document } = parseHTML('<!doctype html><html><body></body></html>');

/** The colours of the gateway's pages: accents for ours, greys for the peers, amber for the limits; each is seen on light and dark paper. */
const colours = {
  ours: '#1f8fb3',
  'ours-alone': '#52abc8',
  'ours-cached': '#0d5c75',
  'ours-unplanned': '#7fc4d8',
  postgraphile: '#7d8f97',
  mercurius: '#93a4ab',
  yoga: '#adbbc1',
  sql: '#c58a1a',
  constant: '#e0b660',
};

const dialects = { postgres: 'PostgreSQL', sqlite: 'SQLite' };

const style = `
  .bench { font: 12px system-ui, sans-serif; color: #12262e; background: none; }
  .bench .paper { fill: #ffffff; }
  @media (prefers-color-scheme: dark) { .bench { color: #e8f1f4; } .bench .paper { fill: #0d171c; } }`;

const short = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });
const width = 860;

/** One picture for each database: bars for each query, the longest of which stands for the most requests of that query. */
function picture({ dialect, size, contestants, queries }) {
  // A constant is no answer to a question; the tables tell what it reaches.
  const shown = contestants.filter(({ key }) => key !== 'constant');
  const names = shown.map(({ name }) => name);
  const titles = queries.map(({ title }) => title);
  const bars = queries.flatMap(({ title, results }) => {
    const reached = shown.map(({ key }) => results[key]?.perSecond ?? null);
    const most = Math.max(...reached);
    return shown.map(({ name }, place) => ({
      title,
      name,
      share: reached[place] === null ? 0 : reached[place] / most,
      label: reached[place] === null ? 'cannot' : short.format(reached[place]),
    }));
  });
  const database = `${dialects[dialect]}, ${size === 0 ? 'the seeds' : `${size.toLocaleString('en')} datasets`}`;
  return Plot.plot({
    document,
    width,
    height: 70 + queries.length * (shown.length * 15 + 34),
    marginLeft: 170,
    marginRight: 60,
    marginTop: 64,
    marginBottom: 6,
    x: { axis: null, domain: [0, 1] },
    y: { domain: names, label: null, tickSize: 0 },
    fy: { domain: titles, axis: null, padding: 0.2 },
    color: { domain: names, range: shown.map(({ key }) => colours[key] ?? '#999999') },
    marks: [
      Plot.barX(bars, {
        fy: 'title',
        y: 'name',
        x: 'share',
        fill: 'name',
        rx: 2,
        insetTop: 1,
        insetBottom: 1,
      }),
      Plot.text(bars, {
        fy: 'title',
        y: 'name',
        x: 'share',
        text: 'label',
        textAnchor: 'start',
        dx: 4,
        fill: 'currentColor',
      }),
      Plot.text(titles, {
        fy: (title) => title,
        text: (title) => title,
        frameAnchor: 'top-left',
        dy: -14,
        fontSize: 12,
        fontWeight: 600,
        fill: 'currentColor',
      }),
      Plot.text([`${database}: requests per second`], {
        fy: () => titles[0],
        text: (title) => title,
        frameAnchor: 'top-left',
        dx: -160,
        dy: -46,
        fontSize: 15,
        fontWeight: 600,
        fill: 'currentColor',
      }),
    ],
  });
}

/** All pictures below each other, in one file that needs nothing else. */
function together(pictures) {
  let top = 0;
  const parts = pictures.map((svg) => {
    svg.setAttribute('y', String(top));
    top += Number(svg.getAttribute('height'));
    return svg.outerHTML;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" class="bench" width="${width}" height="${top}" viewBox="0 0 ${width} ${top}" role="img"><title>Requests per second of each query, on each server</title><style>${style}</style><rect class="paper" width="100%" height="100%"/>${parts.join('')}</svg>\n`;
}

const [from, to] = process.argv.slice(2);
const { runs } = JSON.parse(await readFile(from, 'utf8'));
await writeFile(to, together(runs.map(picture)));
