/** SIGUSR1 does nothing: Node would open its inspector, through which any program of the machine could take over the process. */
process.on('SIGUSR1', () => undefined);
