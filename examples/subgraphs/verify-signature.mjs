import { Buffer } from 'node:buffer';
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

const replayWindow = 300; // seconds

/** Whether a request comes from the gateway: `headers` as Node gives them, `body` as the bytes that arrived. */
export function isFromGateway(headers, body, secret, now = Date.now() / 1000) {
  const timestamp = headers['x-num-timestamp'] ?? '';
  if (!/^\d+$/.test(timestamp) || Math.abs(now - Number(timestamp)) > replayWindow) return false;
  const digest = createHash('sha256').update(body).digest('hex');
  const expected = `v1=${createHmac('sha256', secret).update(`${timestamp}.${digest}`).digest('hex')}`;
  const [given, wanted] = [headers['x-num-signature'] ?? '', expected].map((text) => Buffer.from(text));
  return given.byteLength === wanted.byteLength && timingSafeEqual(given, wanted);
}
