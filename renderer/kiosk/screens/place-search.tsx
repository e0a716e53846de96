import './finder.css';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { spelled } from '../../text/spelled.ts';
import { Button } from '../../ui/button.tsx';
import { Tile } from '../../ui/tile.tsx';
import { Say } from '../../ui/words.tsx';
import type { FoundPlace } from '../journey/journey.ts';
import { useKiosk } from '../kiosk-context.ts';
import { findPlaces, isPostalCode, NAMES_PER_PAGE, placeIndex } from '../place-search.ts';
import { useTyping } from '../use-typing.ts';
import { COMMON, personalAttribute } from '../voice/personal.ts';
import { BookingFact } from './booking-fact.tsx';
import { Keypad } from './keypad.tsx';
import { Fact, Page } from './page.tsx';

/** A street or quarter, written with the keys of the screen or of a keyboard. */
export function PlaceSearchScreen({ text, page }: { text: string; page: number }): ReactNode {
  const { content, texts, act } = useKiosk();
  const index = useMemo(() => placeIndex(content), [content]);
  const found = useMemo(() => findPlaces(index, text), [index, text]);
  const onKey = (character: string) => act({ type: 'placeKeyPressed', character });
  const onErase = () => act({ type: 'placeKeyErased' });
  useTyping({ accepts: /^[\p{L}\d ’']$/u, onKey, onErase });
  const field = useRef<HTMLDivElement>(null);
  // Whoever writes sees what is written, also after a look at the names further down.
  // biome-ignore lint/correctness/useExhaustiveDependencies: at each letter
  useEffect(() => field.current?.scrollIntoView({ block: 'nearest' }), [text]);
  return (
    <Page
      layout="search"
      title={texts.phrase('kiosk.finder.placeTitle')}
      hold="always"
      actions={
        <Keypad
          label={texts.t('kiosk.finder.placeKeys')}
          erase={texts.phrase('kiosk.code.erase')}
          space={texts.phrase('kiosk.finder.space')}
          onKey={onKey}
          onErase={onErase}
        />
      }
    >
      <div className="search">
        <div className="search__field" role="status" ref={field}>
          <span className="visually-hidden">
            <span {...personalAttribute(text !== '')}>
              <Say
                words={
                  text === ''
                    ? texts.phrase('kiosk.finder.empty')
                    : texts.phrase('kiosk.finder.written', { text: spelled(text) })
                }
              />
            </span>{' '}
            <Say words={texts.phrase('kiosk.finder.found', { count: found.length })} />
          </span>
          {text === '' ? (
            <Say className="search__hint" words={texts.phrase('kiosk.finder.placeHelp')} />
          ) : (
            // Names are Italian, and begin with a figure at times: "8 OTTOBRE".
            <bdi dir="ltr" aria-hidden="true">
              {text}
            </bdi>
          )}
        </div>
        {found.length === 0 ? (
          <NothingFound text={text} />
        ) : (
          <FoundNames {...{ text, found, page }} />
        )}
      </div>
    </Page>
  );
}

function FoundNames(props: {
  text: string;
  found: readonly FoundPlace[];
  page: number;
}): ReactNode {
  const { text, found, page } = props;
  const { texts, act } = useKiosk();
  const first = page * NAMES_PER_PAGE;
  const shown = found.slice(first, first + NAMES_PER_PAGE);
  return (
    // Every person hears the same names until something is written.
    <div className="search__names" {...personalAttribute(text !== '')}>
      {shown.map((place) => (
        <Tile
          key={`${place.kind} ${place.name}`}
          isCompact
          label={{ text: place.name, spoken: place.name }}
          line={municipiOf(place)}
          onPress={() => act({ type: 'placeChosen', place })}
        />
      ))}
      {found.length <= NAMES_PER_PAGE ? null : (
        <div className="search__pages" {...COMMON}>
          <Button
            icon="up"
            words={texts.phrase('kiosk.finder.previousNames')}
            isDisabled={page === 0}
            onPress={() => act({ type: 'placesTurned', page: page - 1 })}
          />
          <Button
            icon="down"
            words={texts.phrase('kiosk.finder.nextNames')}
            isDisabled={first + NAMES_PER_PAGE >= found.length}
            onPress={() => act({ type: 'placesTurned', page: page + 1 })}
          />
        </div>
      )}
    </div>
  );

  function municipiOf({ municipi }: FoundPlace) {
    const [only, ...others] = municipi;
    return only !== undefined && others.length === 0
      ? texts.phrase('offices.list.municipio', { number: only })
      : texts.phrase('kiosk.finder.municipi', { numbers: texts.list(municipi) });
  }
}

/** A name that is not there is no dead end: the number, the telephone, the desk. */
function NothingFound({ text }: { text: string }): ReactNode {
  const { texts, act } = useKiosk();
  return (
    <div className="search__names">
      <Fact tone="tint">
        <p>
          <Say
            words={texts.phrase(
              isPostalCode(text) ? 'kiosk.finder.postalCode' : 'kiosk.finder.notFound',
            )}
          />
        </p>
      </Fact>
      <BookingFact />
      <Tile
        variant="soft"
        isCompact
        icon="back"
        sign={null}
        label={texts.phrase('kiosk.finder.numbersLabel')}
        onPress={() => act({ type: 'back' })}
      />
    </div>
  );
}
