/** What all pictures have: a name and a description for those who do not see them, and a size. */
/** @jsxImportSource preact */
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

interface LinkedOptions {
  /** Where it leads; null for nowhere. */
  href: string | null;
  /** What it says to those who do not see it. */
  label: string;
  children: ComponentChildren;
  class?: string;
  'aria-current'?: 'true';
  'data-unfold'?: string;
}

/** A part of a picture that leads somewhere, or just says what it is. */
export const Linked = ({ href, label, children, ...rest }: LinkedOptions) =>
  href === null ? (
    <g role="img" aria-label={label} {...rest}>
      {children}
    </g>
  ) : (
    <a href={href} aria-label={label} {...rest}>
      {children}
    </a>
  );
