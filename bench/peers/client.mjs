/** The client: a process of its own that loads a server by autocannon, for as long as it is told, and says how each request went. */
import autocannon from 'autocannon';

const { performance, setTimeout, clearTimeout } = globalThis;

/** A slow server is waited for until each connection had an answer, but no longer than this, in seconds. */
const longest = 60;

/**
 * Loads a server; the latencies are in milliseconds, in the order of the answers. Of a stream, `names` tells what each of them asked.
 * Each connection has a part of the stream to itself: otherwise all would ask the same at the same time.
 */
function load({ url, headers, bodies, names, connections, seconds }) {
  return new Promise((resolve, reject) => {
    const latencies = [];
    const asked = [];
    const requests = bodies.map((body) => ({ body }));
    /** Of each connection, where its part of a stream begins and how many answers it has had. */
    const places = new Map();
    const share = Math.floor(bodies.length / connections);
    const giveItsPart = (client) => {
      const start = places.size * share;
      places.set(client, { start, answered: 0 });
      client.setRequests(requests.slice(start, start + share));
    };
    let failed = 0;
    let over = false;
    let timer;
    let begun = performance.now();
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
        requests: names ? requests.slice(0, 1) : requests,
        ...(names && { setupClient: giveItsPart }),
      },
      (error, { errors, timeouts } = {}) => {
        clearTimeout(timer);
        if (error) reject(error);
        else
          resolve({
            latencies,
            ...(names && { names: asked }),
            failed: failed + errors + timeouts,
            seconds: (last - begun) / 1000,
          });
      },
    );
    const endIfEnough = () => {
      if (performance.now() < begun + seconds * 1000 || latencies.length + failed < connections) return;
      over = true;
      run.stop();
    };
    // The requests of a stream are built before.
    run.once('start', () => {
      begun = performance.now();
      timer = setTimeout(endIfEnough, seconds * 1000);
    });
    // Autocannon's own summary counts in whole milliseconds.
    run.on('response', (client, status, _bytes, milliseconds) => {
      const place = places.get(client);
      if (place) place.answered += 1;
      if (over) return;
      last = performance.now();
      if (status === 200) {
        latencies.push(milliseconds);
        if (place) asked.push(names[place.start + ((place.answered - 1) % share)]);
      } else failed += 1;
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
