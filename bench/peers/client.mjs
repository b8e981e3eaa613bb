/** The client: a process of its own that loads a server by autocannon, for as long as it is told, and says how each request went. */
import autocannon from 'autocannon';

const { performance, setTimeout, clearTimeout } = globalThis;

/** A slow server is waited for until each connection had an answer, but no longer than this, in seconds. */
const longest = 60;

/** Loads a server; the latencies are in milliseconds, in the order of the answers. */
function load({ url, headers, bodies, connections, seconds }) {
  return new Promise((resolve, reject) => {
    const latencies = [];
    let failed = 0;
    let over = false;
    const begun = performance.now();
    const until = begun + seconds * 1000;
    let last = begun;
    const run = autocannon(
      {
        url,
        method: 'POST',
        headers,
        connections,
        duration: longest,
        timeout: 60,
        sampleInt: 50,
        requests: bodies.map((body) => ({ body })),
      },
      (error, { errors, timeouts } = {}) => {
        clearTimeout(timer);
        if (error) reject(error);
        else resolve({ latencies, failed: failed + errors + timeouts, seconds: (last - begun) / 1000 });
      },
    );
    const endIfEnough = () => {
      if (performance.now() < until || latencies.length + failed < connections) return;
      over = true;
      run.stop();
    };
    const timer = setTimeout(endIfEnough, seconds * 1000);
    // Autocannon's own summary counts in whole milliseconds.
    run.on('response', (_client, status, _bytes, milliseconds) => {
      if (over) return;
      last = performance.now();
      if (status === 200) latencies.push(milliseconds);
      else failed += 1;
      endIfEnough();
    });
  });
}

process.on('message', (task) => {
  load(task).then(
    (result) => process.send(result),
    (error) => process.send({ error: String(error) }),
  );
});
