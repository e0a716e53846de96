import { app } from 'electron';

/** After a crash the supervisor may start the program before the old one has let go. */
const WAIT_FOR_LAST_MS = 5_000;
const ASK_AGAIN_MS = 250;

/**
 * Makes this process the only one of its role on its data folder, whose part for Chromium's own
 * files (`userData`) must have been set. Answers false where another stays.
 */
export async function becomeOnlyInstance(): Promise<boolean> {
  const deadlineMs = performance.now() + WAIT_FOR_LAST_MS;
  while (!app.requestSingleInstanceLock()) {
    if (performance.now() > deadlineMs) return false;
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
  }
  return true;
}
