import './audience.css';
import type { ReactNode } from 'react';
import { Icon } from '../../ui/icon.tsx';
import { Rights } from '../../ui/rights.tsx';
import { Say } from '../../ui/words.tsx';
import { useKiosk } from '../kiosk-context.ts';
import { Fact, Page } from './page.tsx';

/** Who the service is for. */
export function AudienceScreen(): ReactNode {
  const { content, texts } = useKiosk();
  const milan = texts.rightsAt('kiosk.audience.milanBody');
  const groups = content.audience.toSorted((a, b) => a.order - b.order);
  return (
    <Page
      title={texts.phrase('kiosk.audience.title')}
      isTextHeavy
      rights={[milan]}
      help={texts.phrase('kiosk.audience.intro')}
      aside={
        <Fact icon="residence" title={texts.phrase('kiosk.audience.milanTitle')}>
          <p>
            <Rights words={milan} />
          </p>
        </Fact>
      }
      wayBack={texts.phrase('kiosk.notices.back')}
    >
      <ul className="groups">
        {groups.map(({ id, pictogram }) => (
          <li className="groups__item" key={id}>
            <Icon name={pictogram} />
            <Say words={texts.phraseAt(`audience.${id}`)} />
          </li>
        ))}
      </ul>
    </Page>
  );
}
