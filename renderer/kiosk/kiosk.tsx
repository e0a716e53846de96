import { type ReactNode, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { I18nProvider } from 'react-aria-components';
import type { Content } from '../../electron/contract/content.ts';
import type { Office } from '../../electron/contract/operations.ts';
import type { KioskView } from '../../electron/contract/views.ts';
import { useClient } from '../client/client-context.ts';
import { useFeed } from '../client/use-feed.ts';
import { TextProvider, useText } from '../text/text-context.tsx';
import { followKeys } from '../ui/focus.ts';
import { Frame, type FrameCommand } from '../ui/frame.tsx';
import { IdleDialog, LanguageDialog } from './dialogs.tsx';
import { carryOut } from './effects.ts';
import {
  canGoBack,
  canStartAgain,
  type JourneyRules,
  type Place,
  placeInSight,
} from './journey/journey.ts';
import { createJourneyStore, type JourneyStore } from './journey/journey-store.ts';
import { secondsUntilWipe } from './journey/seconds.ts';
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

const SECOND_MS = 1000;

/** The kiosk once its content is there; the server may still be starting. */
export function Kiosk({
  content,
  office,
}: {
  content: Content;
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
        void carryOut(client, () => named, effect, act);
      },
    ),
  );
  const journey = useSyncExternalStore(store.subscribe, store.getJourney);

  return (
    <TextProvider content={content} languageCode={journey.language}>
      <Session content={content} office={office} view={view} rules={rules} store={store} />
    </TextProvider>
  );
}

function Session(props: {
  content: Content;
  office: Office | null;
  view: KioskView | null;
  rules: JourneyRules;
  store: JourneyStore;
}): ReactNode {
  const { content, office, view, rules, store } = props;
  const { act } = store;
  const journey = useSyncExternalStore(store.subscribe, store.getJourney);
  const texts = useText();
  const place = placeInSight(journey);
  const secondsLeft = secondsUntilWipe(journey, rules);
  useWatch(store, rules);

  useEffect(() => {
    document.title = texts.t('kiosk.window.title');
  }, [texts]);

  const kiosk = useMemo(
    () => ({
      content,
      office: {
        name: texts.localized(content.office.name),
        isDemo: office?.isDemo ?? content.office.invented,
      },
      rules,
      view,
      texts,
      journey,
      act,
    }),
    [content, office, rules, view, texts, journey, act],
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
          <KioskFrame>
            <ScreenBoundary key={`${journey.session}`}>
              <Screen key={screenKey(place, journey.places.length)} place={place} />
            </ScreenBoundary>
          </KioskFrame>
        )}
        {journey.isChoosingLanguage ? <LanguageDialog /> : null}
        {secondsLeft === null ? null : <IdleDialog secondsLeft={secondsLeft} />}
      </KioskContext>
    </I18nProvider>
  );
}

function screenKey(place: Place, depth: number): string {
  return `${place.name} ${depth}`;
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
  const { office, texts, journey, act } = useKiosk();
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
      demo={office.isDemo ? texts.phrase('common.demoLabel') : null}
      language={{
        words: texts.phrase('kiosk.frame.language'),
        autonym: texts.language.autonym,
        onPress: () => act({ type: 'languageAsked' }),
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
function useWatch(store: JourneyStore, rules: JourneyRules): void {
  useEffect(() => {
    const { act, getJourney } = store;
    const isWarning = () => secondsUntilWipe(getJourney(), rules) !== null;
    // While the kiosk asks "are you there?", a touch counts only once it is over: else the dialog
    // would be gone before the button under the finger has heard of it.
    const onTouch = () => {
      if (!isWarning()) act({ type: 'touched' });
    };
    const onClick = () => {
      setTimeout(() => act({ type: 'touched' }));
    };
    const timer = setInterval(() => act({ type: 'secondPassed' }), SECOND_MS);
    window.addEventListener('pointerdown', onTouch, true);
    window.addEventListener('keydown', onTouch, true);
    window.addEventListener('click', onClick, true);
    const stopKeys = followKeys(document, () => act({ type: 'back' }));
    return () => {
      clearInterval(timer);
      window.removeEventListener('pointerdown', onTouch, true);
      window.removeEventListener('keydown', onTouch, true);
      window.removeEventListener('click', onClick, true);
      stopKeys();
    };
  }, [store, rules]);
}
