import { PHONE_ASKS_EVERY_MS, type PhonePageData } from '../../electron/contract/phone.ts';

/** The ticket as it is now; `gone` where there is none of that address, `lost` without an answer. */
export type Answer = PhonePageData['first'];

export type FollowOptions = {
  /** What came with the page. */
  readonly first: Answer;
  readonly ask: () => Promise<Answer>;
  readonly show: (answer: Answer) => void;
  /** Does something later, unless the function it answers is called before. */
  readonly startTimer: (delayMs: number, action: () => void) => () => void;
  /** Has somebody told when the person looks at the page again, or the network is back. */
  readonly onReturn: (listener: () => void) => void;
};

/** Shows what came with the page, and then asks again and again, until the ticket is gone. */
export function follow({ first, ask, show, startTimer, onReturn }: FollowOptions): void {
  let isGone = false;
  let isAsking = false;
  let stopTimer: () => void = () => undefined;

  function tell(answer: Answer): void {
    isGone = answer === 'gone';
    show(answer);
    if (!isGone) stopTimer = startTimer(PHONE_ASKS_EVERY_MS, askNow);
  }

  function askNow(): void {
    if (isGone || isAsking) return;
    isAsking = true;
    stopTimer();
    ask()
      .catch((): Answer => 'lost')
      .then((answer) => {
        isAsking = false;
        tell(answer);
      });
  }

  tell(first);
  onReturn(askNow);
}
