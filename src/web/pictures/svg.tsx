/** What all pictures have: a name and a description for those who do not see them, and a size. */
import type { ComponentChildren } from 'preact';

export interface PictureOptions {
  /** Unique within the page. */
  id: string;
  /** What it shows, in a few words. */
  title: string;
  /** What can be seen in it, in a sentence. The table beside it has all. */
  description: string;
}

interface SvgOptions extends PictureOptions {
  kind: string;
  width: number;
  height: number;
  children: ComponentChildren;
}

/** Numbers of a drawing need one decimal. */
export const shortened = (number: number): number => Math.round(number * 10) / 10;

/** A picture. It may contain links, so it is a group and not an image. */
export const Svg = ({ id, title, description, kind, width, height, children }: SvgOptions) => (
  <svg
    id={id}
    class={`drawing ${kind}`}
    xmlns="http://www.w3.org/2000/svg"
    viewBox={`0 0 ${shortened(width)} ${shortened(height)}`}
    width={shortened(width)}
    height={shortened(height)}
    role="group"
    aria-labelledby={`${id}-title`}
    aria-describedby={`${id}-about`}
  >
    <title id={`${id}-title`}>{title}</title>
    <desc id={`${id}-about`}>{description}</desc>
    {children}
  </svg>
);
