import './code.css';
import type { ReactNode } from 'react';
import { spelled } from '../../text/spelled.ts';
import { Icon } from '../../ui/icon.tsx';
import { Tile, Tiles } from '../../ui/tile.tsx';
import { Say } from '../../ui/words.tsx';
import { isCodeComplete } from '../journey/code.ts';
import { useKiosk } from '../kiosk-context.ts';
import { useScan } from '../use-scan.ts';
import { useTyping } from '../use-typing.ts';
import { personalAttribute } from '../voice/personal.ts';
import { Keypad } from './keypad.tsx';
import { Page } from './page.tsx';

/** More characters than this are written smaller, to stay on one line. */
const LONGEST_LARGE = 16;

/** The code of an appointment: by touch, by keyboard, or by a reader. */
export function CodeScreen(): ReactNode {
  const { texts, journey, act } = useKiosk();
  useScan((text) => act({ type: 'codeScanned', text }));
  const onKey = (character: string) => act({ type: 'codeKeyPressed', character });
  const onErase = () => act({ type: 'codeKeyErased' });
  const onEnter = () => act({ type: 'codeConfirmed' });
  useTyping({ accepts: /^[0-9A-Za-z]$/, onKey, onErase, onEnter });
  return (
    <Page
      title={texts.phrase('kiosk.code.title')}
      help={texts.phrase('kiosk.code.help')}
      actions={
        <Tiles columns={2}>
          <Tile
            variant="primary"
            isDisabled={!isCodeComplete(journey)}
            sign="forward"
            label={texts.phrase('kiosk.code.confirmLabel')}
            line={texts.phrase('kiosk.code.confirmLine')}
            onPress={() => act({ type: 'codeConfirmed' })}
          />
          <Tile
            variant="soft"
            label={texts.phrase('kiosk.code.missingLabel')}
            line={texts.phrase('kiosk.code.missingLine')}
            onPress={() => act({ type: 'codeMissing' })}
          />
        </Tiles>
      }
    >
      <WrittenCode />
      <Keypad
        label={texts.t('kiosk.code.keys')}
        erase={texts.phrase('kiosk.code.erase')}
        onKey={onKey}
        onErase={onErase}
      />
    </Page>
  );
}

/** What is written so far; a voice spells it. */
function WrittenCode(): ReactNode {
  const { texts, journey } = useKiosk();
  const { writtenCode, isScanUnreadable } = journey.answers;
  return (
    <div className="code-field" role="status" {...personalAttribute(true)}>
      {isScanUnreadable ? (
        <p className="code-field__problem">
          <Icon name="warning" />
          <Say words={texts.phrase('kiosk.code.unreadable')} />
        </p>
      ) : (
        <p>
          <span className="visually-hidden">
            {writtenCode === ''
              ? texts.t('kiosk.code.empty')
              : texts.t('kiosk.code.written', { code: spelled(writtenCode).spoken })}
          </span>
          <span
            className={`code-field__code code${writtenCode.length > LONGEST_LARGE ? ' code-field__code--long' : ''}`}
            // "12-AB" is no Arabic: its parts must not change places.
            dir="ltr"
            aria-hidden="true"
          >
            {writtenCode}
          </span>
        </p>
      )}
    </div>
  );
}
