import type { ApiError } from '../contract/errors.ts';
import type { HostOutput, PaperFace } from '../contract/host.ts';
import { err, ok, type Result } from '../contract/result.ts';

type FaceAnswer = Result<HostOutput<'ticketFace'>, ApiError>;

/**
 * Hands faces to the hidden ticket page, one at a time, and hears when each is drawn. The page
 * asks for a face and waits; the answer comes when there is a ticket to draw.
 */
export interface TicketDesk {
  /** The page asks what to draw. A page that asks again gives up its earlier question. */
  nextFace(): Promise<FaceAnswer>;
  /** The page has drawn the face it was given. */
  drawn(heightPx: number): void;
  /** Has a face drawn; resolves with its height in pixels, rejects when it is given up. */
  draw(face: PaperFace, widthPx: number): Promise<number>;
  /** Resolves as soon as a page waits for a face. */
  pageWaits(): Promise<void>;
  /** The page is gone or silent: its question, and the face it was given, are given up. */
  pageGone(why: string): void;
}

interface Job {
  readonly face: PaperFace;
  readonly widthPx: number;
  readonly resolve: (heightPx: number) => void;
  readonly reject: (error: Error) => void;
  isHandedOut: boolean;
}

export function createTicketDesk(): TicketDesk {
  let job: Job | null = null;
  let answerPage: ((answer: FaceAnswer) => void) | null = null;
  const onPageWaits: (() => void)[] = [];

  function handOut(): void {
    if (job === null || job.isHandedOut || answerPage === null) return;
    job.isHandedOut = true;
    const answer = answerPage;
    answerPage = null;
    answer(ok({ face: job.face, widthPx: job.widthPx }));
  }

  return {
    nextFace() {
      answerPage?.(err({ code: 'unavailable' }));
      return new Promise((resolve) => {
        answerPage = resolve;
        for (const wake of onPageWaits.splice(0)) wake();
        handOut();
      });
    },
    drawn(heightPx) {
      // A late word about a face given up says nothing about the present one.
      if (job === null || !job.isHandedOut) return;
      const { resolve } = job;
      job = null;
      resolve(heightPx);
    },
    draw(face, widthPx) {
      if (job !== null) throw new Error('a ticket is being drawn already');
      return new Promise((resolve, reject) => {
        job = { face, widthPx, resolve, reject, isHandedOut: false };
        handOut();
      });
    },
    pageWaits() {
      if (answerPage !== null) return Promise.resolve();
      return new Promise((resolve) => onPageWaits.push(resolve));
    },
    pageGone(why) {
      answerPage = null;
      const given = job;
      job = null;
      given?.reject(new Error(why));
    },
  };
}
