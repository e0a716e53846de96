import type { ReactNode } from 'react';
import { Rights } from '../../ui/rights.tsx';
import { Tile, Tiles } from '../../ui/tile.tsx';
import { useKiosk } from '../kiosk-context.ts';
import { personalAttribute } from '../voice/personal.ts';
import { CallPersonTile } from './call-person.tsx';
import { Fact, Page } from './page.tsx';

const FACTS = [
  { icon: 'person', tone: 'tint', key: 'kiosk.young.listen', isOnRights: false },
  { icon: 'check', tone: 'plain', key: 'kiosk.young.papers', isOnRights: true },
  { icon: 'phone', tone: 'plain', key: 'kiosk.young.danger', isOnRights: false },
] as const;

/** For a child or teenager alone: few words, a number, and a person. */
export function YoungScreen(): ReactNode {
  const { rules, texts, act } = useKiosk();
  const facts = FACTS.map(({ key, isOnRights, ...look }) => ({
    ...look,
    key,
    words: isOnRights ? texts.rightsAt(key) : texts.phrase(key),
  }));
  return (
    <Page
      personal="all"
      rights={facts.map(({ words }) => words)}
      title={texts.phrase('kiosk.young.title')}
      isTextHeavy
      help={texts.phrase('kiosk.young.intro')}
      drawing="young-people"
      actions={
        <Tiles>
          <Tile
            variant="primary"
            icon="ticket"
            sign="forward"
            // Others hear what the last screen of every way is heard to say, which says "Lei".
            label={{
              ...texts.phrase('kiosk.young.numberLabel'),
              inPublic: texts.phrase('kiosk.final.takeLabel'),
            }}
            line={
              rules.isOpen
                ? {
                    ...texts.phrase('kiosk.young.numberLine'),
                    inPublic: texts.phrase('kiosk.final.takeLine'),
                  }
                : texts.phrase('kiosk.closed.wishLine')
            }
            onPress={() => act({ type: 'youngConfirmed' })}
          />
          <CallPersonTile {...personalAttribute(true)} />
        </Tiles>
      }
    >
      {facts.map(({ icon, tone, key, words }) => (
        <Fact key={key} icon={icon} tone={tone}>
          <p className={tone === 'tint' ? 'fact__large' : undefined}>
            <Rights words={words} />
          </p>
        </Fact>
      ))}
    </Page>
  );
}
