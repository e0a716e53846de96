import './help.css';
import type { ReactNode } from 'react';
import { Tile, Tiles } from '../../ui/tile.tsx';
import { Say } from '../../ui/words.tsx';
import { useKiosk } from '../kiosk-context.ts';
import { useKeysInUse } from '../use-keys-in-use.ts';
import { CallPersonTile } from './call-person.tsx';
import { Fact, Page } from './page.tsx';

/**
 * Help: a person, 112, and 1522, which every public office must show (L. 160/2019). And the low-reach
 * mode for those who cannot reach the head of the screen, where it is chosen otherwise: what makes the
 * kiosk usable must itself be within reach.
 */
export function HelpScreen(): ReactNode {
  const { content, texts, isHeadOutOfReach, act } = useKiosk();
  const usesKeys = useKeysInUse();
  const contacts = content.help.contacts.toSorted((a, b) => a.order - b.order);
  return (
    <Page
      layout="wide"
      isTextHeavy
      title={texts.phrase('kiosk.help.title')}
      help={texts.phrase('kiosk.help.personLine')}
      {...(isHeadOutOfReach
        ? {
            actions: (
              <Tiles>
                <Tile
                  variant="soft"
                  isCompact
                  icon="accessibility"
                  sign={null}
                  label={texts.phrase('kiosk.display.lowLabel')}
                  line={texts.phrase('kiosk.display.lowLine')}
                  onPress={() => act({ type: 'displayChanged', change: { isLow: true } })}
                />
              </Tiles>
            ),
          }
        : { wayBack: texts.phrase('kiosk.help.close') })}
    >
      <CallPersonTile />
      <div className="contacts">
        {contacts.map(({ id }) => (
          <section className="contact" key={id}>
            <p className="contact__number code">
              <Say words={texts.phraseAt(`help.${id}.number`)} />
            </p>
            <div className="fact__words">
              <h2 className="fact__title">
                <Say words={texts.phraseAt(`help.${id}.label`)} />
              </h2>
              <p>
                <Say words={texts.phraseAt(`help.${id}.line`)} />
              </p>
              <p className="contact__more">
                <Say words={texts.phraseAt(`help.${id}.body`)} />
              </p>
            </div>
          </section>
        ))}
      </div>
      <Fact icon="help" title={texts.phrase('kiosk.help.usingLabel')}>
        <p>
          <Say words={texts.phrase('kiosk.help.usingLine')} />
        </p>
        {usesKeys ? (
          <p>
            <Say words={texts.phrase('kiosk.help.keysLine')} />
          </p>
        ) : null}
      </Fact>
    </Page>
  );
}
