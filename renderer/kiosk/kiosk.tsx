import {
  type ReactNode,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { I18nProvider } from 'react-aria-components';
import type { Content } from '../../electron/contract/content.ts';
import { offeredLanguages } from '../../electron/contract/content-rules.ts';
import type { Panel, Sound } from '../../electron/contract/host.ts';
import type { Office } from '../../electron/contract/operations.ts';
import type { KioskView } from '../../electron/contract/views.ts';
import { useClient } from '../client/client-context.ts';
import { useFeed } from '../client/use-feed.ts';
import { TextProvider, useText } from '../text/text-context.tsx';
import { recoverFocus } from '../ui/focus.ts';
import { followKeys } from '../ui/follow-keys.ts';
import { Frame, type FrameCommand } from '../ui/frame.tsx';
import { IdleDialog, LanguageDialog } from './dialogs.tsx';
import { carryOut } from './effects.ts';
import {
  canGoBack,
  canStartAgain,
  type Journey,
  type JourneyRules,
  type Place,
  placeInSight,
} from './journey/journey.ts';
import { createJourneyStore, type JourneyStore } from './journey/journey-store.ts';
import { isAskedSoon, secondsUntilWipe } from './journey/seconds.ts';
import { KioskContext, useKiosk } from './kiosk-context.ts';
import { rulesFrom } from './rules.ts';
import { ScreenBoundary } from './screen-boundary.tsx';
import { AppointmentScreen } from './screens/appointment.tsx';
import { AttractScreen } from './screens/attract.tsx';
import { AudienceScreen } from './screens/audience.tsx';
import { ClosedScreen } from './screens/closed.tsx';
import { CodeScreen } from './screens/code.tsx';
import { FinalScreen } from './screens/final.tsx';
import { FinderScreen, MunicipiScreen } from './screens/finder.tsx';
import { HelpScreen } from './screens/help.tsx';
import { MandatedScreen } from './screens/mandated.tsx';
import { NeedsScreen } from './screens/needs.tsx';
import { NoticeScreen, NoticesScreen } from './screens/notices.tsx';
import { NumberScreen } from './screens/number.tsx';
import { OfferingScreen } from './screens/offering.tsx';
import { OfficesScreen } from './screens/offices.tsx';
import { PlaceSearchScreen } from './screens/place-search.tsx';
import { ResidenceScreen } from './screens/residence.tsx';
import { YoungScreen } from './screens/young.tsx';
import { SettingsDialog } from './settings/settings-dialog.tsx';
import { SoonLine } from './soon-line.tsx';
import { useDisplay } from './use-display.ts';
import { DarkScreen } from './voice/dark-screen.tsx';
import { useVoice } from './voice/use-voice.ts';
import { loadWorldFontsAfterPaint } from './world-fonts.ts';

const SECOND_MS = 1000;

/** The kiosk once its content is there; the server may still be starting. */
export function Kiosk({
  content,
  panel,
  sound,
  hasPrinter,
  office,
}: {
  content: Content;
  /** As the office measured it; null assumes a common one. */
  panel: Panel | null;
  sound: Sound;
  hasPrinter: boolean;
  /** What the server says of the office; null until it has answered. */
  office: Office | null;
}): ReactNode {
  const client = useClient();
  const { view } = useFeed('kiosk');
  // Until the server has said it, nobody is turned away.
  const isOpen = view?.isOpen ?? true;
  const takesCodes = view?.takesCodes ?? false;
  const rules = useMemo(
    () => rulesFrom(content, office, { isOpen, takesCodes }),
    [content, office, isOpen, takesCodes],
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
  const canBeLow = useDisplay(journey.display, panel);
  useEffect(loadWorldFontsAfterPaint, []);

  return (
    <TextProvider content={content} languageCode={journey.language}>
      <Session {...{ content, sound, office, view, rules, store, canBeLow, hasPrinter }} />
    </TextProvider>
  );
}

function Session(props: {
  content: Content;
  sound: Sound;
  office: Office | null;
  view: KioskView | null;
  rules: JourneyRules;
  store: JourneyStore;
  canBeLow: boolean;
  hasPrinter: boolean;
}): ReactNode {
  const { content, sound, office, view, rules, store, canBeLow, hasPrinter } = props;
  const { act } = store;
  const journey = useSyncExternalStore(store.subscribe, store.getJourney);
  const texts = useText();
  const place = placeInSight(journey);
  const secondsLeft = secondsUntilWipe(journey, rules);
  const screen = readingKey(journey, secondsLeft !== null);
  const voice = useVoice({ content, sound, texts, rules, store, journey, screen });
  useWatch(store, voice.isSpeaking);
  useRecoveredFocus();

  useEffect(() => {
    document.title = texts.t('kiosk.window.title');
  }, [texts]);

  // It looks through every text for its review: once for each content, not at every drawing.
  const languages = useMemo(() => offeredLanguages(content), [content]);

  const kiosk = useMemo(
    () => ({
      content,
      languages,
      office: {
        name: texts.localized(content.office.name),
        isDemo: office?.isDemo ?? content.office.invented,
      },
      rules,
      view,
      texts,
      journey,
      canBeLow,
      hasPrinter,
      voice,
      act,
    }),
    [content, languages, office, rules, view, texts, journey, canBeLow, hasPrinter, voice, act],
  );

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
            {isAskedSoon(journey, rules) ? <SoonLine /> : null}
            <ScreenBoundary>
              <Screen key={screenKey(place, journey.places.length)} place={place} />
            </ScreenBoundary>
          </KioskFrame>
        )}
        <TopDialog secondsLeft={secondsLeft} />
        {journey.voice.isDark ? <DarkScreen /> : null}
      </KioskContext>
    </I18nProvider>
  );
}

/** One dialog at a time, so that it alone has the focus; what was being chosen comes back after. */
function TopDialog({ secondsLeft }: { secondsLeft: number | null }): ReactNode {
  const { choosing } = useKiosk().journey;
  if (secondsLeft !== null) return <IdleDialog secondsLeft={secondsLeft} />;
  if (choosing === 'language') return <LanguageDialog />;
  return choosing === 'settings' ? <SettingsDialog /> : null;
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

function Screen({ place }: { place: Place }): ReactNode {
  switch (place.name) {
    case 'attract':
      return <AttractScreen />;
    case 'needs':
      return <NeedsScreen page={place.page} />;
    case 'offering':
      return <OfferingScreen offeringId={place.offeringId} />;
    case 'audience':
      return <AudienceScreen />;
    case 'young':
      return <YoungScreen />;
    case 'finder':
      return <FinderScreen />;
    case 'placeSearch':
      return <PlaceSearchScreen text={place.text} page={place.page} />;
    case 'municipi':
      return <MunicipiScreen of={place.of} />;
    case 'offices':
      return <OfficesScreen municipio={place.municipio} by={place.by} />;
    case 'mandated':
      return <MandatedScreen />;
    case 'appointment':
      return <AppointmentScreen />;
    case 'code':
      return <CodeScreen />;
    case 'residence':
      return <ResidenceScreen questionId={place.questionId} />;
    case 'final':
      return <FinalScreen outcomeId={place.outcomeId} />;
    case 'number':
      return <NumberScreen />;
    case 'closed':
      return <ClosedScreen />;
    case 'help':
      return <HelpScreen />;
    case 'notices':
      return <NoticesScreen />;
    case 'notice':
      return <NoticeScreen noticeId={place.noticeId} layer={place.layer} />;
    case 'cleared':
      return null;
  }
}

function KioskFrame({ children }: { children: ReactNode }): ReactNode {
  const { office, texts, journey, voice, act } = useKiosk();
  const place = placeInSight(journey);
  const commands: FrameCommand[] = [
    {
      id: 'back',
      icon: 'back',
      words: texts.phrase('kiosk.frame.back'),
      onPress: () => act({ type: 'back' }),
      isDisabled: !canGoBack(journey),
    },
    {
      id: 'start-again',
      icon: 'start-again',
      words: texts.phrase('kiosk.frame.startAgain'),
      onPress: () => act({ type: 'startAgain' }),
      isDisabled: !canStartAgain(journey),
    },
    {
      id: 'help',
      icon: 'help',
      words: texts.phrase('kiosk.frame.help'),
      onPress: () => act({ type: 'helpOpened' }),
      isCurrent: place.name === 'help',
    },
    {
      id: 'notices',
      icon: 'notices',
      words: texts.phrase('kiosk.frame.notices'),
      onPress: () => act({ type: 'noticesOpened' }),
      isCurrent: place.name === 'notices' || place.name === 'notice',
    },
    {
      id: 'clear',
      icon: 'clear',
      words: texts.phrase('kiosk.frame.clear'),
      onPress: () => act({ type: 'clear' }),
    },
  ];
  return (
    <Frame
      service={texts.phrase('common.serviceName')}
      owner={texts.phrase('common.ownerName')}
      office={{ text: office.name, spoken: office.name }}
      demo={
        office.isDemo
          ? { long: texts.phrase('common.demoLabel'), short: texts.phrase('common.demoShort') }
          : null
      }
      language={{
        words: texts.phrase('kiosk.frame.language'),
        autonym: texts.language.autonym,
        onPress: () => act({ type: 'languageAsked' }),
      }}
      voice={{
        words: texts.phrase('kiosk.voice.button'),
        isMute: voice.hasVoice === false,
        muteWords: texts.phrase('kiosk.voice.buttonNone'),
        isOn: journey.voice.isOn,
        onPress: () => act({ type: 'voiceWished', wish: 'toggle' }),
        isDisabled: voice.hasVoice === false && !journey.voice.isOn,
      }}
      settings={{
        words: texts.phrase('kiosk.display.button'),
        onPress: () => act({ type: 'settingsAsked' }),
      }}
      commandsLabel={texts.phrase('kiosk.frame.label')}
      commands={commands}
      isDeep={place.name === 'attract'}
    >
      {children}
    </Frame>
  );
}

/** Seconds, touches and keys become actions of the journey. */
function useWatch({ act }: JourneyStore, isSpeaking: () => boolean): void {
  const second = useEffectEvent(() => act({ type: 'secondPassed', isSpeaking: isSpeaking() }));
  useEffect(() => {
    const onPointer = () => act({ type: 'stirred' });
    const onKey = (event: KeyboardEvent) => {
      // A key that is held down, or stuck, says nothing of a person.
      if (!event.repeat) act({ type: 'stirred' });
    };
    // Only once the touch is over: else "are you there?" would be gone before the button under the
    // finger has heard of it.
    const onClick = () => {
      setTimeout(() => act({ type: 'touched' }));
    };
    const timer = setInterval(() => second(), SECOND_MS);
    window.addEventListener('pointerdown', onPointer, true);
    window.addEventListener('keydown', onKey, true);
    window.addEventListener('click', onClick, true);
    const stopKeys = followKeys(document, {
      onBack: () => act({ type: 'back' }),
      onHelp: () => act({ type: 'helpOpened' }),
    });
    return () => {
      clearInterval(timer);
      window.removeEventListener('pointerdown', onPointer, true);
      window.removeEventListener('keydown', onKey, true);
      window.removeEventListener('click', onClick, true);
      stopKeys();
    };
  }, [act]);
}

/** After each change of the screen, keys go on from somewhere, whatever has become of the focus. */
function useRecoveredFocus(): void {
  useEffect(() => {
    // A dialog that closes gives the focus back in the next frame; that goes first.
    const frame = requestAnimationFrame(() => recoverFocus(document));
    return () => cancelAnimationFrame(frame);
  });
}
