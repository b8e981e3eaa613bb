/** A fair share of the event loop: whoever has work of its own to do asks first, and waits once a turn has worked long enough. */

/** How long one turn of the event loop works, in milliseconds, before what else has arrived is looked at, such as the questions of health checks. */
const longestTurn = 5;

/** When this turn began, as far as anybody has asked; null before. */
let began: number | null = null;

const waiting: (() => void)[] = [];
let isPumping = false;

const endTurn = (): void => {
  began = null;
};

/** Whether this turn has worked so long that what can wait should. */
export function isLongTurn(): boolean {
  if (began !== null) return performance.now() - began > longestTurn;
  began = performance.now();
  setImmediate(endTurn);
  return false;
}

/**
 * For work that follows at once: nothing to wait for where this turn is short and nobody waits, else what comes in a later turn, in order.
 */
export const shortTurn = (): Promise<void> | undefined => (isPumping || isLongTurn() ? ownTurn() : undefined);

/**
 * For work that goes on by promises: one after another, each looked at when the one before has done all that it could do without waiting
 * for something outside.
 */
export const ownTurn = (): Promise<void> =>
  new Promise((resolve) => {
    waiting.push(resolve);
    if (isPumping) return;
    isPumping = true;
    goOn();
  });

/** Lets the first who waits go on. */
function pump(): void {
  // The turn begins here, unless it has begun before.
  isLongTurn();
  waiting.shift()?.();
  // Ticks come after all promises that are settled by then, and after those that are settled meanwhile.
  queueMicrotask(() => process.nextTick(goOn));
}

const goOn = (): void => {
  if (waiting.length === 0) isPumping = false;
  else if (isLongTurn()) setImmediate(pump);
  else process.nextTick(pump);
};
