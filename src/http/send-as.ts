/** Sends a text with its media type as it is: Express adds a charset to every type, also to those that have no such parameter. */
import type { Response } from 'express';

/** @param contentType whole, as `application/ld+json` */
export function sendAs(response: Response, contentType: string, text: string): void {
  response.setHeader('Content-Type', contentType);
  response.send(Buffer.from(text));
}
