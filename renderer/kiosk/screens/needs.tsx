import './needs.css';
import type { ReactNode } from 'react';
import type { Content } from '../../../electron/contract/content.ts';
import { Button } from '../../ui/button.tsx';
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

/** On the first page, with the two things that somebody must find at once: see below. */
const FIRST_OFFERINGS = NEEDS_PER_PAGE - 2;

/**
 * What the list of needs holds, in order: the offerings, then what is only told about; but on the first
 * page what a child alone needs, who does not turn pages, and what somebody in the wrong office does.
 */
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
    ...offerings.slice(0, FIRST_OFFERINGS),
    {
      id: 'young',
      icon: 'young-people',
      label: 'kiosk.needs.youngLabel',
      line: 'kiosk.needs.youngLine',
      action: { type: 'youngOpened' },
    },
    {
      id: 'finder',
      icon: 'search',
      label: 'kiosk.needs.finderLabel',
      line: 'kiosk.needs.finderLine',
      action: { type: 'finderOpened' },
    },
    ...offerings.slice(FIRST_OFFERINGS),
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

/** What do you need? Five at a time; a number alone is always in sight. */
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
      actions={
        <div className="pager">
          <Button
            icon="back"
            words={texts.phrase('kiosk.needs.previousLabel')}
            isDisabled={page === 0}
            onPress={() => act({ type: 'back' })}
          />
          <Button
            iconAfter="forward"
            words={texts.phrase('kiosk.needs.moreLabel')}
            isDisabled={later === 0}
            onPress={() => act({ type: 'nextPage' })}
          />
        </div>
      }
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
