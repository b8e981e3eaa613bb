/** Shares the event loop fairly: longer work asks before it starts, and waits if the current turn has already taken long. */

/** Milliseconds of work in a turn of the event loop before other events, such as health checks, are handled. */
const longestTurn = 5;

/** When this turn began, or rather when this was first asked; null before. */
let began: number | null = null;

const waiting: (() => void)[] = [];
let isPumping = false;

const endTurn = (): void => {
  began = null;
};

/** Whether this turn has taken so long that deferrable work should wait. */
export function isLongTurn(): boolean {
  if (began !== null) return performance.now() - began > longestTurn;
  began = performance.now();
  setImmediate(endTurn);
  return false;
}

/** For synchronous work: undefined if it can start at once, otherwise a promise for a later turn, in order. */
export const shortTurn = (): Promise<void> | undefined => (isPumping || isLongTurn() ? ownTurn() : undefined);

/**
 * For work that continues in promises: one task after another, each started when the one before has done all that it can without waiting for I/O.
 */
export const ownTurn = (): Promise<void> =>
  new Promise((resolve) => {
    waiting.push(resolve);
    if (isPumping) return;
    isPumping = true;
    goOn();
  });

/** Lets the first waiting task start. */
function pump(): void {
  // Starts measuring the turn, if nobody has yet.
  isLongTurn();
  waiting.shift()?.();
  // nextTick callbacks run after all promises that are settled by then, and those settled meanwhile.
  queueMicrotask(() => process.nextTick(goOn));
}

const goOn = (): void => {
  if (waiting.length === 0) isPumping = false;
  else if (isLongTurn()) setImmediate(pump);
  else process.nextTick(pump);
};
