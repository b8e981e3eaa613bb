/** How long a server wants to be left alone: seconds, or a day and time. https://www.rfc-editor.org/rfc/rfc9110#field.retry-after */

/** @returns milliseconds, or null if nothing usable is said */
export function retryAfterIn(header: string | null, now: Date): number | null {
  const written = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(written)) return Number(written) * 1_000;
  const at = Date.parse(written);
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
}
