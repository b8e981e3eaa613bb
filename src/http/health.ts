/** Whether the process lives, and whether it can answer. */
import { Router } from 'express';
import { onlyToRead } from './methods';

/** `/healthz` never touches the database; `/readyz` asks it, and says no while the gateway stops. */
export function health(ready: { ping: () => Promise<void>; stopping: () => boolean }): Router {
  const router = Router();
  router.all(['/healthz', '/readyz'], onlyToRead);
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });
  router.get('/readyz', async (_request, response) => {
    if (ready.stopping()) {
      response.status(503).json({ status: 'stopping' });
      return;
    }
    try {
      await ready.ping();
      response.json({ status: 'ok' });
    } catch {
      response.status(503).json({ status: 'the database does not answer' });
    }
  });
  return router;
}
