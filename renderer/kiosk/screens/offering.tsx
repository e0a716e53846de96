import type { ReactNode } from 'react';
import { offeringPhrases } from '../../text/content-phrases.ts';
import { Tile, Tiles } from '../../ui/tile.tsx';
import { Say } from '../../ui/words.tsx';
import { useKiosk } from '../kiosk-context.ts';
import { Fact, Page } from './page.tsx';

/** One offering explained, in two sentences; and what to bring, where it is known. */
export function OfferingScreen({ offeringId }: { offeringId: string }): ReactNode {
  const { content, rules, texts, act } = useKiosk();
  const offering = content.offerings.find((each) => each.id === offeringId);
  const words = offeringPhrases(texts, offeringId);
  return (
    <Page
      personal="all"
      title={words.label}
      note={
        words.officialName.text === words.label.text
          ? undefined
          : texts.phrase('kiosk.offering.officialName', { name: words.officialName })
      }
      {...(offering === undefined ? {} : { drawing: offering.pictogram })}
      actions={
        <Tiles>
          <Tile
            variant="primary"
            sign="forward"
            label={texts.phrase(
              rules.isOpen ? 'kiosk.offering.continueLabel' : 'kiosk.needs.unsureLabel',
            )}
            line={texts.phrase(
              rules.isOpen ? 'kiosk.offering.continueLine' : 'kiosk.closed.wishLine',
            )}
            onPress={() => act({ type: 'offeringConfirmed' })}
          />
        </Tiles>
      }
    >
      <Fact title={texts.phrase('kiosk.offering.what')}>
        <p className="fact__large">
          <Say words={words.what} />
        </p>
      </Fact>
      <Fact title={texts.phrase('kiosk.offering.whom')}>
        <p className="fact__large">
          <Say words={words.whom} />
        </p>
      </Fact>
      {words.bring === null ? null : (
        <Fact title={texts.phrase('kiosk.offering.bring')}>
          <p className="fact__large">
            <Say words={words.bring} />
          </p>
        </Fact>
      )}
    </Page>
  );
}
