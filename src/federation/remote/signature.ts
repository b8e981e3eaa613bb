/** Signs requests to a subgraph, so that it can recognise ours. docs/federate.md shows how to verify a signature. */
import { createHash, createHmac } from 'node:crypto';

/** The headers of a signed request. */
const timestampHeader = 'x-num-timestamp';
const signatureHeader = 'x-num-signature';

/** HMAC-SHA256 over `<timestamp>.<sha256 of the body, hexadecimal>`. */
export function signed(secret: string, body: string, now: Date): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const digest = createHash('sha256').update(body).digest('hex');
  const signature = createHmac('sha256', secret).update(`${timestamp}.${digest}`).digest('hex');
  return { [timestampHeader]: timestamp, [signatureHeader]: `v1=${signature}` };
}
