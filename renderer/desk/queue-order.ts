/** A queue in the list from which a counter chooses. */
export interface QueueChoice {
  readonly letter: string;
  readonly isServed: boolean;
}

/** The counter's queues first, in its order of preference, then the others of the office. */
export function queueChoices(served: readonly string[], all: readonly string[]): QueueChoice[] {
  return [
    ...served.map((letter) => ({ letter, isServed: true })),
    ...all
      .filter((letter) => !served.includes(letter))
      .map((letter) => ({ letter, isServed: false })),
  ];
}

/** Serves a queue, or no longer. */
export function toggleQueue(choices: readonly QueueChoice[], letter: string): QueueChoice[] {
  return choices.map((choice) =>
    choice.letter === letter ? { ...choice, isServed: !choice.isServed } : choice,
  );
}

/** Moves a queue one place up (-1) or down (1); at the end of the list it stays. */
export function moveQueue(
  choices: readonly QueueChoice[],
  letter: string,
  step: -1 | 1,
): QueueChoice[] {
  const from = choices.findIndex((choice) => choice.letter === letter);
  const moved = choices[from];
  const neighbour = choices[from + step];
  if (moved === undefined || neighbour === undefined) return [...choices];
  return choices.map((choice, index) => {
    if (index === from) return neighbour;
    return index === from + step ? moved : choice;
  });
}

/** The queues to serve, preferred first. */
export function servedQueues(choices: readonly QueueChoice[]): string[] {
  return choices.filter(({ isServed }) => isServed).map(({ letter }) => letter);
}
