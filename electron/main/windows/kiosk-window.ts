import type { BrowserWindow } from 'electron';
import type { FeedRelay } from '../feed-relay.ts';
import { watchHeadsetJack } from '../headset-jack.ts';
import type { HostAnswers } from '../host-operations.ts';
import type { CallOperation } from '../operation-relay.ts';
import { openPageWindow, type PageWindowServices } from './page-window.ts';
import { keepOnScreen, reshape, screenFrame } from './screen-frame.ts';

/** The pixels of the reference panels, Full HD upright and lying. */
const portrait = { width: 1080, height: 1920 };
const landscape = { width: 1920, height: 1080 };

/** What to do about a socket that nobody hears of. */
const ADD_TO_GROUP =
  'A headset in this socket is not noticed: add the account that runs the kiosk to the group "input".';

export interface KioskWindowOptions {
  readonly services: PageWindowServices;
  readonly host: () => Promise<HostAnswers>;
  readonly callOperation: CallOperation;
  readonly feed: FeedRelay;
  readonly isWindowed: boolean;
}

export interface KioskWindow {
  readonly window: BrowserWindow;
  /** Resolves when the page shows its first screen: it asks for its feed then. */
  readonly isDrawn: Promise<void>;
  /** Once it is known which way the panel stands; undefined where nobody has said it. */
  stand(orientation: 'portrait' | 'landscape' | undefined): void;
}

/** The touchscreen in the waiting room. It paints at once, before there is a server to speak to. */
export function openKioskWindow(options: KioskWindowOptions): KioskWindow {
  const { services, host, callOperation, feed, isWindowed } = options;
  const frame = screenFrame(isWindowed, portrait);
  let drawn: () => void = () => undefined;
  const isDrawn = new Promise<void>((resolve) => {
    drawn = resolve;
  });
  const window = openPageWindow({
    ...{ role: 'kiosk', services, host, callOperation, frame },
    feed: {
      ...feed,
      listen(send) {
        drawn();
        feed.listen(send);
      },
    },
  });
  keepOnScreen(window, isWindowed);
  void isDrawn.then(() => {
    const stopWatching = watchHeadsetJack(
      (isPlugged) => {
        if (window.isDestroyed()) return;
        // As a keypad with a socket of its own tells it (`renderer/ui/keys.ts`).
        const keyCode = isPlugged ? 'F15' : 'F16';
        window.webContents.sendInputEvent({ type: 'keyDown', keyCode });
        window.webContents.sendInputEvent({ type: 'keyUp', keyCode });
      },
      (file) => services.log({ event: 'headsetSocketNotReadable', file, sentence: ADD_TO_GROUP }),
    );
    process.once('exit', stopWatching);
  });
  return {
    window,
    isDrawn,
    stand(orientation) {
      if (isWindowed && orientation === 'landscape') reshape(window, landscape);
    },
  };
}
