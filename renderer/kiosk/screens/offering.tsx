import type { ReactNode } from 'react';
import { offeringPhrases } from '../../text/content-phrases.ts';
import type { Translator } from '../../text/translator.ts';
import { Button } from '../../ui/button.tsx';
import { Tile, Tiles } from '../../ui/tile.tsx';
import { Say } from '../../ui/words.tsx';
import type { JourneyRules } from '../journey/journey.ts';
import { useKiosk } from '../kiosk-context.ts';
import { COMMON } from '../voice/personal.ts';
import { Fact, Page } from './page.tsx';

/** What the way on from an offering is called; the same for every one, so that others may hear it. */
export function onwardsWords(texts: Translator, { isOpen }: Pick<JourneyRules, 'isOpen'>) {
  return {
    label: texts.phrase(isOpen ? 'kiosk.offering.continueLabel' : 'kiosk.needs.unsureLabel'),
    line: texts.phrase(isOpen ? 'kiosk.offering.continueLine' : 'kiosk.closed.wishLine'),
  };
}

/** One offering explained, in a few sentences, and what to bring. */
export function OfferingScreen({ offeringId }: { offeringId: string }): ReactNode {
  const { content, rules, texts, act } = useKiosk();
  const offering = content.offerings.find((each) => each.id === offeringId);
  const words = offeringPhrases(texts, offeringId);
  const onwards = onwardsWords(texts, rules);
  return (
    <Page
      personal="all"
      title={words.label}
      isTextHeavy
      note={
        words.officialName.text === words.label.text
          ? undefined
          : texts.phrase('kiosk.offering.officialName', { name: words.officialName })
      }
      {...(offering === undefined ? {} : { drawing: offering.pictogram })}
      aside={
        <Fact title={texts.phrase('kiosk.offering.bring')}>
          <p>
            <Say words={words.bring ?? texts.phrase('kiosk.offering.bringAny')} />
          </p>
        </Fact>
      }
      actions={
        <Tiles>
          <Tile
            variant="primary"
            sign="forward"
            label={onwards.label}
            line={onwards.line}
            onPress={() => act({ type: 'offeringConfirmed' })}
          />
        </Tiles>
      }
    >
      <Fact title={texts.phrase('kiosk.offering.what')}>
        <p>
          <Say words={words.what} />
        </p>
      </Fact>
      <Fact title={texts.phrase('kiosk.offering.whom')}>
        <p>
          <Say words={words.whom} />
        </p>
        <div className="fact__links" {...COMMON}>
          <Button
            variant="quiet"
            className="fact__more"
            words={texts.phrase('kiosk.offering.whomMore')}
            onPress={() => act({ type: 'audienceOpened' })}
          />
          <Button
            variant="quiet"
            className="fact__more"
            words={texts.phrase('kiosk.needs.finderLabel')}
            onPress={() => act({ type: 'finderOpened' })}
          />
        </div>
      </Fact>
      {words.more === null ? null : (
        <Fact title={texts.phrase('kiosk.offering.more')}>
          <p>
            <Say words={words.more} />
          </p>
        </Fact>
      )}
    </Page>
  );
}
