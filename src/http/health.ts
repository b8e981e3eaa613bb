/** Liveness and readiness. */
import { Router } from 'express';
import { onlyToRead } from './methods';
import { NotReady } from '../store/readiness';

/** `Retry-After` in seconds. */
const askAgainAfter = '1';

/** `/healthz` never touches the database. `/readyz` checks it, and answers 503 while the gateway stops. */
export function health({ check, stopping }: { check: () => Promise<void>; stopping: () => boolean }): Router {
  const router = Router();
  router.all(['/healthz', '/readyz'], onlyToRead);
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });
  router.get('/readyz', async (_request, response) => {
    response.set('Cache-Control', 'no-store');
    if (stopping()) {
      response.status(503).set('Retry-After', askAgainAfter).json({ status: 'stopping' });
      return;
    }
    try {
      await check();
      response.json({ status: 'ok' });
    } catch (error) {
      const reason = error instanceof NotReady ? error.reason : 'DATABASE_UNREACHABLE';
      response.status(503).set('Retry-After', askAgainAfter);
      response.json({ status: 'the database cannot be used', reason });
    }
  });
  return router;
}
