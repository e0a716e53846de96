import type { ReactNode } from 'react';
import type { Content } from '../../../electron/contract/content.ts';
import type { DrawingName } from '../../ui/icon.tsx';
import { Tile, Tiles } from '../../ui/tile.tsx';
import { type Action, NEEDS_PER_PAGE } from '../journey/journey.ts';
import { useKiosk } from '../kiosk-context.ts';
import { Page } from './page.tsx';

interface Need {
  readonly id: string;
  readonly icon: DrawingName;
  readonly label: string;
  readonly line: string;
  readonly action: Action;
}

/** What the list of needs holds, in order: the offerings, then what is only told about. */
export function needsOf(content: Content): Need[] {
  const offerings = content.offerings
    .toSorted((a, b) => a.order - b.order)
    .map(
      (offering): Need => ({
        id: offering.id,
        icon: offering.pictogram,
        label: `offerings.${offering.id}.label`,
        line: `offerings.${offering.id}.line`,
        action: { type: 'needChosen', offeringId: offering.id },
      }),
    );
  return [
    ...offerings,
    {
      id: 'mandated',
      icon: 'judicial-mandate',
      label: 'kiosk.needs.mandatedLabel',
      line: 'kiosk.needs.mandatedLine',
      action: { type: 'mandatedOpened' },
    },
    {
      id: 'audience',
      icon: 'parents',
      label: 'kiosk.needs.audienceLabel',
      line: 'kiosk.needs.audienceLine',
      action: { type: 'audienceOpened' },
    },
  ];
}

/** What do you need? Four at a time; a number alone is always in sight. */
export function NeedsScreen({ page }: { page: number }): ReactNode {
  const { content, rules, texts, act } = useKiosk();
  const needs = needsOf(content);
  const first = page * NEEDS_PER_PAGE;
  const shown = needs.slice(first, first + NEEDS_PER_PAGE);
  const later = needs.length - first - shown.length;
  return (
    <Page
      layout="wide"
      title={texts.phrase('kiosk.needs.title')}
      help={texts.phrase('kiosk.needs.help')}
    >
      <Tiles columns={2}>
        {shown.map((need) => (
          <Tile
            key={need.id}
            icon={need.icon}
            label={texts.phraseAt(need.label)}
            line={texts.phraseAt(need.line)}
            onPress={() => act(need.action)}
          />
        ))}
        {later > 0 ? (
          <Tile
            variant="soft"
            icon="more"
            label={texts.phrase('kiosk.needs.moreLabel')}
            line={texts.phrase('kiosk.needs.moreLine', { count: later })}
            onPress={() => act({ type: 'nextPage' })}
          />
        ) : (
          <Tile
            variant="soft"
            icon="back"
            sign={null}
            label={texts.phrase('kiosk.needs.previousLabel')}
            line={texts.phrase('kiosk.needs.previousLine')}
            onPress={() => act({ type: 'back' })}
          />
        )}
        <Tile
          variant="soft"
          icon="ticket"
          label={texts.phrase('kiosk.needs.unsureLabel')}
          line={texts.phrase(rules.isOpen ? 'kiosk.needs.unsureLine' : 'kiosk.closed.wishLine')}
          onPress={() => act({ type: 'onlyNumber' })}
        />
      </Tiles>
    </Page>
  );
}
