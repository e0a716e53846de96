import type { ReactNode } from 'react';
import { Frame } from '../ui/frame.tsx';
import { Commands } from './commands.tsx';
import { placeInSight } from './journey/journey.ts';
import { useKiosk } from './kiosk-context.ts';

/** What every screen of the kiosk has around it: the office, the language, the voice, the commands. */
export function KioskFrame({ children }: { children: ReactNode }): ReactNode {
  const { office, texts, journey, voice, act } = useKiosk();
  const place = placeInSight(journey);
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
      commands={<Commands />}
      isDeep={place.name === 'attract'}
    >
      {children}
    </Frame>
  );
}
