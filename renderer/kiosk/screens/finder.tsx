import './key.css';
import './finder.css';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { Tile, Tiles } from '../../ui/tile.tsx';
import { spokenAttribute } from '../../ui/words.tsx';
import type { FoundPlace } from '../journey/journey.ts';
import { useKiosk } from '../kiosk-context.ts';
import { BookingFact } from './booking-fact.tsx';
import { Page } from './page.tsx';

const MUNICIPI = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** Which office is mine? By the number of the Municipio, or on to the names. */
export function FinderScreen(): ReactNode {
  const { texts, act } = useKiosk();
  return (
    <Page
      title={texts.phrase('kiosk.finder.title')}
      help={texts.phrase('kiosk.finder.help')}
      drawing="residence"
      actions={
        <Tiles>
          <Tile
            icon="search"
            label={texts.phrase('kiosk.finder.placeLabel')}
            line={texts.phrase('kiosk.finder.placeLine')}
            onPress={() => act({ type: 'placeSearchOpened' })}
          />
        </Tiles>
      }
    >
      <fieldset className="numbers" aria-label={texts.t('kiosk.finder.keys')}>
        {MUNICIPI.map((municipio) => {
          const words = texts.phrase('offices.list.municipio', { number: municipio });
          return (
            <AriaButton
              key={municipio}
              className="key numbers__key code"
              onPress={() => act({ type: 'municipioChosen', municipio })}
            >
              <span aria-hidden="true">{municipio}</span>
              <span className="visually-hidden" {...spokenAttribute(words)}>
                {words.text}
              </span>
            </AriaButton>
          );
        })}
      </fieldset>
    </Page>
  );
}

/** A street or quarter that crosses Municipi: which of them it is, nobody can know from the name. */
export function MunicipiScreen({ of }: { of: FoundPlace }): ReactNode {
  const { texts, act } = useKiosk();
  return (
    <Page
      personal="all"
      title={texts.phrase('kiosk.finder.severalTitle')}
      help={texts.phrase('kiosk.finder.severalHelp', { name: of.name })}
      drawing="residence"
      wayBack={texts.phrase('kiosk.frame.back')}
    >
      <Tiles>
        {of.municipi.map((municipio) => (
          <Tile
            key={municipio}
            label={texts.phrase('offices.list.municipio', { number: municipio })}
            onPress={() => act({ type: 'municipioChosen', municipio })}
          />
        ))}
      </Tiles>
      <BookingFact />
    </Page>
  );
}
