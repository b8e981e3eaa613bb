// Saves a picture as a file, with the line that says what it shows, of which day and data, and where it was found.

/** What the style sheet says of a drawing must be in the file itself. */
const styled = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-opacity',
  'paint-order',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
];

const svgNamespace = 'http://www.w3.org/2000/svg';
const lineHeight = 16;
const margin = 16;

/** A copy that looks the same without the page. */
function standalone(drawing: SVGSVGElement): SVGSVGElement {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const [from, to] = [drawing, copy].map((each) => [each, ...each.querySelectorAll<SVGElement>('*')]);
  to?.forEach((element, index) => {
    const shown = from?.[index];
    if (!shown || ['title', 'desc', 'defs', 'pattern'].includes(element.localName)) return;
    const style = getComputedStyle(shown);
    for (const property of styled) {
      // A pattern is named relative to the page, and stays as it is.
      if (property === 'fill' && element.hasAttribute('fill')) continue;
      element.setAttribute(property, style.getPropertyValue(property));
    }
    element.removeAttribute('class');
    const href = element.getAttribute('href');
    if (href !== null) element.setAttribute('href', new URL(href, location.href).href);
  });
  return copy;
}

/** Breaks a text into lines of about so many signs. */
function linesOf(text: string, length: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line.length + word.length > length && line !== '') lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines;
}

function element(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS(svgNamespace, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

/** The drawing on a ground, with its source line below. */
function fileOf(figure: HTMLElement, drawing: SVGSVGElement): { svg: string; width: number; height: number } {
  const copy = standalone(drawing);
  const { width, height } = drawing.viewBox.baseVal;
  const lines = linesOf(figure.dataset.source ?? '', Math.floor((width - 2 * margin) / 6.6));
  const total = height + lines.length * lineHeight + 2 * margin;
  const style = getComputedStyle(figure.querySelector('.frame') ?? figure);
  copy.setAttribute('viewBox', `0 0 ${width} ${total}`);
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(total));
  copy.prepend(element('rect', { width, height: total, fill: style.backgroundColor }));
  lines.forEach((line, index) => {
    const text = element('text', {
      x: margin,
      y: height + margin + index * lineHeight,
      fill: style.color,
      'font-family': style.fontFamily,
      'font-size': 12,
    });
    text.textContent = line;
    copy.append(text);
  });
  return { svg: new XMLSerializer().serializeToString(copy), width, height: total };
}

function download(href: string, name: string): void {
  const link = document.createElement('a');
  link.href = href;
  link.download = name;
  link.click();
}

async function save(figure: HTMLElement, drawing: SVGSVGElement, format: 'svg' | 'png'): Promise<void> {
  const { svg, width, height } = fileOf(figure, drawing);
  const name = `num-${drawing.id}.${format}`;
  const address = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  if (format === 'svg') {
    download(address, name);
    return;
  }
  const image = new Image();
  image.src = address;
  await image.decode();
  // Twice as fine as on the screen, for print.
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: width * 2, height: height * 2 });
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  download(canvas.toDataURL('image/png'), name);
}

/** Adds the buttons that save the picture of a figure. What they say stands in its data. */
export function addSavings(figure: HTMLElement): void {
  const drawing = figure.querySelector<SVGSVGElement>('svg');
  const { saveSvg, savePng } = figure.dataset;
  if (!drawing || saveSvg === undefined || savePng === undefined || figure.querySelector('.savings')) return;
  const savings = document.createElement('span');
  savings.className = 'savings';
  for (const [format, label] of [
    ['svg', saveSvg],
    ['png', savePng],
  ] as const) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = label;
    button.addEventListener('click', () => void save(figure, drawing, format));
    savings.append(button);
  }
  figure.querySelector('figcaption')?.append(savings);
}
