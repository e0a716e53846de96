import type { ReactNode } from 'react';
import { Tile, Tiles } from '../../ui/tile.tsx';
import { Say } from '../../ui/words.tsx';
import { useKiosk } from '../kiosk-context.ts';
import { Fact, Page } from './page.tsx';

/** One offering explained, in two sentences. */
export function OfferingScreen({ offeringId }: { offeringId: string }): ReactNode {
  const { content, texts, act } = useKiosk();
  const offering = content.offerings.find((each) => each.id === offeringId);
  const say = (part: string) => texts.phraseAt(`offerings.${offeringId}.${part}`);
  return (
    <Page
      title={say('label')}
      note={
        say('officialName').text === say('label').text
          ? undefined
          : texts.phrase('kiosk.offering.officialName', { name: say('officialName') })
      }
      {...(offering === undefined ? {} : { drawing: offering.pictogram })}
      actions={
        <Tiles>
          <Tile
            variant="primary"
            sign="forward"
            label={texts.phrase('kiosk.offering.continueLabel')}
            line={texts.phrase('kiosk.offering.continueLine')}
            onPress={() => act({ type: 'offeringConfirmed' })}
          />
        </Tiles>
      }
    >
      {' '}
      <Fact title={texts.phrase('kiosk.offering.what')}>
        <p className="fact__large">
          <Say words={say('what')} />
        </p>
      </Fact>
      <Fact title={texts.phrase('kiosk.offering.whom')}>
        <p className="fact__large">
          <Say words={say('whom')} />
        </p>
      </Fact>
    </Page>
  );
}
