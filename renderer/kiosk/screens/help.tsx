import type { ReactNode } from 'react';
import { Say } from '../../ui/words.tsx';
import { useKiosk } from '../kiosk-context.ts';
import { useKeysInUse } from '../use-keys-in-use.ts';
import { CallPersonTile } from './call-person.tsx';
import { Fact, Page } from './page.tsx';

/** Help: a person, 112, and 1522, which every public office must show (L. 160/2019). */
export function HelpScreen(): ReactNode {
  const { content, texts } = useKiosk();
  const usesKeys = useKeysInUse();
  const contacts = content.help.contacts.toSorted((a, b) => a.order - b.order);
  return (
    <Page
      layout="wide"
      isTextHeavy
      title={texts.phrase('kiosk.help.title')}
      help={texts.phrase('kiosk.help.personLine')}
      wayBack={texts.phrase('kiosk.help.close')}
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
