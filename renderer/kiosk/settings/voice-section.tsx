import './voice-section.css';
import type { ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { ToggleTile } from '../../ui/tile.tsx';
import { Say } from '../../ui/words.tsx';
import type { VoiceWish } from '../journey/voice.ts';
import { LEVELS_DBA, SPEEDS } from '../journey/voice.ts';
import { useKiosk } from '../kiosk-context.ts';
import { COMMON } from '../voice/personal.ts';

/** How the voice speaks; only while it does. */
export function VoiceSection(): ReactNode {
  const { texts, journey, voice, act } = useKiosk();
  const { isOn, isPaused, isDark, speed, level } = journey.voice;
  if (voice.hasVoice === false) return <NoVoice />;
  if (!isOn) return null;
  const wish = (one: VoiceWish) => () => act({ type: 'voiceWished', wish: one });
  return (
    <section className="voice" {...COMMON}>
      <h3 className="choices__title">
        <Say words={texts.phrase('kiosk.voice.title')} />
      </h3>
      <div className="voice__buttons">
        <Button words={texts.phrase('kiosk.voice.repeat')} onPress={voice.repeat} />
        <Button
          words={texts.phrase(isPaused ? 'kiosk.voice.goOn' : 'kiosk.voice.pause')}
          onPress={wish('pause')}
        />
      </div>
      <Steps
        words={texts.phrase('kiosk.voice.speed', { step: speed + 1, steps: SPEEDS.length })}
        less={<Button words={texts.phrase('kiosk.voice.slower')} onPress={wish('slower')} />}
        more={<Button words={texts.phrase('kiosk.voice.faster')} onPress={wish('faster')} />}
      />
      <Steps
        words={texts.phrase('kiosk.voice.volume', { step: level + 1, steps: LEVELS_DBA.length })}
        less={<Button words={texts.phrase('kiosk.voice.quieter')} onPress={wish('quieter')} />}
        more={<Button words={texts.phrase('kiosk.voice.louder')} onPress={wish('louder')} />}
      />
      <ToggleTile
        label={texts.phrase('kiosk.voice.darkLabel')}
        line={texts.phrase('kiosk.voice.darkLine')}
        isOn={isDark}
        onChange={wish('dark')}
      />
    </section>
  );
}

/** A language without a voice says so, here and on the button of the frame. */
function NoVoice(): ReactNode {
  const { texts } = useKiosk();
  return (
    <section className="voice">
      <h3 className="choices__title">
        <Say words={texts.phrase('kiosk.voice.title')} />
      </h3>
      <p>
        <Say words={texts.phrase('kiosk.voice.none')} />
      </p>
    </section>
  );
}

function Steps(props: {
  words: { text: string; spoken: string };
  less: ReactNode;
  more: ReactNode;
}): ReactNode {
  return (
    <div className="voice__steps">
      {props.less}
      <p className="voice__step">
        <Say words={props.words} />
      </p>
      {props.more}
    </div>
  );
}
