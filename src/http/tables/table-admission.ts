/** Limits the number of tables that are written concurrently, as each may take minutes. */
import { Refusal } from '../errors';
import { counted } from '../../words';

const retryAfter = 10;

/** Counts running tables, in total and per client. */
export class TableAdmission {
  private all = 0;
  private readonly byClient = new Map<string, number>();

  constructor(
    private readonly most: number,
    private readonly mostOfClient: number,
  ) {}

  /** Counts a table until the returned function is called. @throws Refusal */
  begin(client: string): () => void {
    const own = this.byClient.get(client) ?? 0;
    if (own >= this.mostOfClient)
      throw refusal(429, 'TOO_MANY_REQUESTS', `You have ${counted(own, 'table')} in work already.`);
    if (this.all >= this.most)
      throw refusal(503, 'SERVICE_UNAVAILABLE', `The gateway writes ${counted(this.all, 'table')} already.`);
    this.all += 1;
    this.byClient.set(client, own + 1);
    return () => this.end(client);
  }

  private end(client: string): void {
    this.all -= 1;
    const others = (this.byClient.get(client) ?? 1) - 1;
    if (others > 0) this.byClient.set(client, others);
    else this.byClient.delete(client);
  }
}

const refusal = (status: number, code: string, message: string): Refusal =>
  new Refusal(
    status,
    `${message} Ask again when one has ended.`,
    { code, retryAfter },
    { 'Retry-After': String(retryAfter) },
  );
