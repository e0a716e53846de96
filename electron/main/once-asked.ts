/** Something that is worked out when it is first asked for, and once. */
export interface OnceAsked<T> {
  /** Has it worked out, if nobody has yet. */
  readonly ask: () => Promise<T>;
  /** Resolves when somebody has asked for it and it is there. */
  readonly atHand: Promise<T>;
}

export function onceAsked<T>(workOut: () => Promise<T>): OnceAsked<T> {
  let start: () => void = () => undefined;
  const atHand = new Promise<void>((resolve) => {
    start = resolve;
  }).then(workOut);
  return {
    ask: () => {
      start();
      return atHand;
    },
    atHand,
  };
}
