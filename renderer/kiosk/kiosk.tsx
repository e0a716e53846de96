import './cleared.css';
import { type ReactNode, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { I18nProvider } from 'react-aria-components';
import type { Content, Language } from '../../electron/contract/content.ts';
import { offeredLanguages } from '../../electron/contract/content-rules.ts';
import type { Office } from '../../electron/contract/operations.ts';
import type { Panel } from '../../electron/contract/panel.ts';
import type { Sound } from '../../electron/contract/sound.ts';
import type { KioskView } from '../../electron/contract/views.ts';
import { useClient } from '../client/client-context.ts';
import { useAnswer } from '../client/use-answer.ts';
import { useFeed } from '../client/use-feed.ts';
import { TextProvider, useText } from '../text/text-context.tsx';
import { afterPaint } from '../ui/after-paint.ts';
import { carryOut } from './effects.ts';
import { failureLines } from './failure-lines.ts';
import { type Journey, type JourneyRules, type Place, placeInSight } from './journey/journey.ts';
import { createJourneyStore, type JourneyStore } from './journey/journey-store.ts';
import { secondsUntilWipe } from './journey/seconds.ts';
import { KioskContext } from './kiosk-context.ts';
import { KioskFrame } from './kiosk-frame.tsx';
import { PageBoundary } from './page-boundary.tsx';
import { rulesFrom } from './rules.ts';
import { AttractScreen } from './screens/attract.tsx';
import { SoonLine } from './soon-line.tsx';
import { type BeyondAttract, useBeyondAttract } from './use-beyond-attract.ts';
import { useDisplay } from './use-display.ts';
import { useRecoveredFocus } from './use-recovered-focus.ts';
import { useTouchShield } from './use-touch-shield.ts';
import { useWatch } from './use-watch.ts';
import { DarkScreen } from './voice/dark-screen.tsx';
import { useVoice } from './voice/use-voice.ts';
import { loadWorldFonts } from './world-fonts.ts';

/** The kiosk once its content is there; the server may still be starting. */
export function Kiosk({
  content,
  panel,
  sound,
  hasPrinter,
}: {
  content: Content;
  /** As the office measured it; null assumes a common one. */
  panel: Panel | null;
  sound: Sound;
  hasPrinter: boolean;
}): ReactNode {
  const client = useClient();
  const { view, isConnected } = useFeed('kiosk');
  const [askOffice] = useState(() => () => client.call('describeOffice', {}));
  // A server that was away may have come back with other queues.
  const office = useAnswer(askOffice, isConnected);
  // Until the server has said it, nobody is turned away.
  const isOpen = view?.isOpen ?? true;
  const takesCodes = view?.takesCodes ?? false;
  // It looks through every text for its review: once for each content, not at every drawing.
  const languages = useMemo(() => offeredLanguages(content), [content]);
  const rules = useMemo(
    () => rulesFrom(content, languages, office, { isOpen, takesCodes }),
    [content, languages, office, isOpen, takesCodes],
  );
  const known = useRef({ rules, office });
  known.current = { rules, office };

  const [store] = useState<JourneyStore>(() =>
    createJourneyStore(
      () => known.current.rules,
      (effect, act) => {
        const named = known.current.office ?? {
          name: content.office.name.it,
          isDemo: content.office.invented,
        };
        void carryOut(client, { office: named, content }, effect, act);
      },
    ),
  );
  const journey = useSyncExternalStore(store.subscribe, store.getJourney);
  const reach = useDisplay(journey.display, panel);
  useEffect(() => afterPaint(loadWorldFonts), []);

  return (
    <PageBoundary lines={failureLines(content, journey.language)}>
      <TextProvider content={content} languageCode={journey.language}>
        <Session
          {...{ content, languages, sound, office, view, isConnected, rules, store, hasPrinter }}
          {...reach}
        />
      </TextProvider>
    </PageBoundary>
  );
}

function Session(props: {
  content: Content;
  languages: readonly Language[];
  sound: Sound;
  office: Office | null;
  view: KioskView | null;
  isConnected: boolean;
  rules: JourneyRules;
  store: JourneyStore;
  canBeLow: boolean;
  isHeadOutOfReach: boolean;
  hasPrinter: boolean;
}): ReactNode {
  const { content, languages, sound, office, view, isConnected, rules, store } = props;
  const { hasPrinter, canBeLow, isHeadOutOfReach } = props;
  const { act } = store;
  const journey = useSyncExternalStore(store.subscribe, store.getJourney);
  const texts = useText();
  const place = placeInSight(journey);
  const secondsLeft = secondsUntilWipe(journey, rules);
  const screen = readingKey(journey, secondsLeft !== null);
  const beyond = useBeyondAttract();
  const voice = useVoice({ content, sound, texts, rules, store, journey, screen });
  useWatch(store, voice.isSpeaking);
  useTouchShield(screen);
  useRecoveredFocus();

  useEffect(() => {
    document.title = texts.t('kiosk.window.title');
  }, [texts]);

  const kiosk = {
    content,
    languages,
    office: {
      name: texts.localized(content.office.name),
      isDemo: office?.isDemo ?? content.office.invented,
    },
    ...{ rules, view, isConnected, texts, journey, canBeLow, isHeadOutOfReach, hasPrinter },
    ...{ voice, act },
  };

  return (
    <I18nProvider locale={texts.language.localeTag}>
      <KioskContext value={kiosk}>
        {place.name === 'cleared' ? (
          <main className="cleared">
            <div className="visually-hidden" role="status">
              <h1>{texts.t('kiosk.clear.done')}</h1>
            </div>
          </main>
        ) : (
          // Built anew for the next person: nothing stays hovered, pressed or scrolled.
          <KioskFrame key={journey.session}>
            {journey.choosing === null ? <SoonLine /> : null}
            <Screen {...{ place, beyond }} key={screenKey(place, journey.places.length)} />
          </KioskFrame>
        )}
        {beyond === null ? null : <beyond.TopDialog secondsLeft={secondsLeft} />}
        {journey.voice.isDark ? <DarkScreen /> : null}
      </KioskContext>
    </I18nProvider>
  );
}

function screenKey(place: Place, depth: number): string {
  return `${place.name} ${depth}`;
}

/** Changes whenever there is something new to be read: a screen, a dialog, another language. */
function readingKey(journey: Journey, isWarning: boolean): string {
  const { session, places, number, choosing, language } = journey;
  // Asking again by itself changes nothing on the screen.
  const isAsking = number.status === 'sending' || number.status === 'retrying';
  const stage = isAsking ? `asking ${number.after}` : number.status;
  const key = screenKey(placeInSight(journey), places.length);
  return [session, key, stage, choosing, isWarning, language].join(' ');
}

function Screen({ place, beyond }: { place: Place; beyond: BeyondAttract | null }): ReactNode {
  if (place.name === 'attract') return <AttractScreen />;
  // Whoever touches the first screen within a tenth of a second of its appearing waits for the next.
  return beyond === null ? null : <beyond.JourneyScreen place={place} />;
}
