import './entries.css';
import type { ReactNode } from 'react';
import { Tile, Tiles } from '../../ui/tile.tsx';
import { Say } from '../../ui/words.tsx';
import { useKiosk } from '../kiosk-context.ts';
import { onwardsWords } from './offering.tsx';
import { Fact, Page } from './page.tsx';

/** The services on a mandate of the Judicial Authority: told about, never asked for by name. */
export function MandatedScreen(): ReactNode {
  const { content, rules, texts, act } = useKiosk();
  const onwards = onwardsWords(texts, rules);
  const services = content.mandatedServices.toSorted((a, b) => a.order - b.order);
  return (
    <Page
      personal="all"
      title={texts.phrase('kiosk.mandated.title')}
      help={texts.phrase('kiosk.mandated.intro')}
      actions={
        <Tiles>
          <Tile
            variant="primary"
            icon="person"
            label={{
              ...texts.phrase('kiosk.mandated.takeNumberLabel'),
              inPublic: onwards.label,
            }}
            line={{
              ...texts.phrase(
                rules.isOpen ? 'kiosk.mandated.takeNumberLine' : 'kiosk.closed.wishLine',
              ),
              inPublic: onwards.line,
            }}
            onPress={() => act({ type: 'mandatedConfirmed' })}
          />
        </Tiles>
      }
    >
      <ul className="entries">
        {services.map(({ id }) => (
          <li className="entries__item" key={id}>
            <h2 className="entries__title">
              <Say words={texts.phraseAt(`mandated-services.${id}.name`)} />
            </h2>
            <p>
              <Say words={texts.phraseAt(`mandated-services.${id}.what`)} />{' '}
              <Say words={texts.phraseAt(`mandated-services.${id}.access`)} />
            </p>
          </li>
        ))}
      </ul>
      <Fact tone="tint">
        <p>
          <Say words={texts.phrase('kiosk.mandated.question')} />
        </p>
      </Fact>
    </Page>
  );
}
