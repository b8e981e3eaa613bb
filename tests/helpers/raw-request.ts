/** Asks over HTTP with nothing added: a browser's fetch asks for encodings, undoes them, and forbids caches to answer what has a condition. */
import { request } from 'node:http';

export interface Raw {
  status: number;
  headers: Readonly<Record<string, string | undefined>>;
  body: Buffer;
}

export const raw = (url: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Raw> =>
  new Promise((resolve, reject) => {
    request(url, { method, headers, agent: false }, (answer) => {
      const pieces: Buffer[] = [];
      answer.on('data', (piece: Buffer) => pieces.push(piece));
      answer.on('error', reject);
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers as Raw['headers'],
          body: Buffer.concat(pieces),
        }),
      );
    })
      .on('error', reject)
      .end();
  });
