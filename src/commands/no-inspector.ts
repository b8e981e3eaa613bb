/** Ignores SIGUSR1. Node would open its inspector, by which any local program could take over the process. */
process.on('SIGUSR1', () => undefined);
