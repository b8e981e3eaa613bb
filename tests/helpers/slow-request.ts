/** A client that sends a request in two halves, so that a test decides how long the request is in work. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export class SlowRequest {
  private received = '';

  private constructor(
    private readonly socket: Socket,
    private readonly rest: string,
  ) {
    socket.setEncoding('utf8').on('data', (text: string) => (this.received += text));
  }

  /** Sends the head of a POST and half of its body; resolves when the server has begun to work on it. */
  static async begin(url: string, query: string): Promise<SlowRequest> {
    const { hostname, port } = new URL(url);
    const body = JSON.stringify({ query });
    const half = Math.floor(body.length / 2);
    const socket = connect(Number(port), hostname);
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    const request = new SlowRequest(socket, body.slice(half));
    const head = [
      'POST /graphql HTTP/1.1',
      `Host: ${hostname}`,
      'Content-Type: application/json',
      `Content-Length: ${body.length}`,
      // The server says 100 once it has read the head.
      'Expect: 100-continue',
    ];
    socket.write(`${head.join('\r\n')}\r\n\r\n`);
    await once(socket, 'data');
    socket.write(body.slice(0, half));
    return request;
  }

  /** Goes away without waiting for an answer. */
  abandon(): void {
    this.socket.destroy();
  }

  /** Sends the other half; resolves with all that came back when the server closes the connection. */
  async finish(): Promise<string> {
    this.socket.write(this.rest);
    return this.closed();
  }

  /** Resolves with all that came back when the server closes the connection. */
  async closed(): Promise<string> {
    if (!this.socket.closed) await once(this.socket, 'close');
    return this.received;
  }
}
