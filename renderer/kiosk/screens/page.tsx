import './page.css';
import './fact.css';
import { type ReactNode, useEffect, useRef } from 'react';
import { type DrawingName, Icon } from '../../ui/icon.tsx';
import { type Hold, ReadingPane } from '../../ui/reading-pane.tsx';
import { Tile } from '../../ui/tile.tsx';
import { Say, spokenAttribute, type Words } from '../../ui/words.tsx';
import { useKiosk } from '../kiosk-context.ts';
import { personalAttribute, UNMENTIONED } from '../voice/personal.ts';

export interface PageProps {
  readonly title: Words;
  readonly help?: Words | undefined;
  /** Words on people's rights further down: where Italian stands beside them, the head says why. */
  readonly rights?: readonly Words[];
  /** A drawing beside the title. */
  readonly drawing?: DrawingName;
  /** Small words over or under the title. */
  readonly note?: Words | undefined;
  /**
   * What follows from the person's answers, and so is not for the ears of others. `details` are help
   * and note, which not everybody has, `note` is the note alone: others are not even told of them.
   */
  readonly personal?: 'all' | 'details' | 'note';
  /** On a landscape panel: title beside the choices, above them, or above a ticket; keys beside all. */
  readonly layout?: 'beside' | 'wide' | 'ticket' | 'search';
  /** On a portrait panel the drawing stands beside the title and leaves its height to the text. */
  readonly isTextHeavy?: boolean;
  readonly children?: ReactNode;
  /** Follows the rest; on a landscape panel, under the title. */
  readonly aside?: ReactNode;
  /** What may be added to what is touched next: stays in sight while there is height for both. */
  readonly wishes?: ReactNode;
  /** What is touched next: stays in sight below what may be long. */
  readonly actions?: ReactNode;
  /** How firmly the actions hold their place where not all fits. */
  readonly hold?: Hold;
  /**
   * In place of actions, where nothing is to be touched next: the words of a tile that leads back to
   * where the person was. The frame has the same command always in sight, so what is long needs the
   * height more.
   */
  readonly wayBack?: Words;
}

/**
 * One screen: a title that is the question, and what answers it. The title takes the focus, so
 * that a voice reads the new screen and the keys start there.
 */
export function Page(props: PageProps): ReactNode {
  const { title, help, drawing, note, layout = 'beside', isTextHeavy = false, rights = [] } = props;
  const { personal, children, aside, wishes, actions, hold = 'text', wayBack } = props;
  const { texts } = useKiosk();
  const details = personal === 'details' ? UNMENTIONED : {};
  const italian = [title, help].flatMap((each) => each?.italian?.text ?? []).join(' ');
  const next = wayBack === undefined ? actions : <BackTile words={wayBack} />;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const hasItalian = italian !== '' || rights.some((words) => words.italian);

  return (
    <ReadingPane
      className={`page-pane page-pane--${layout}`}
      up={texts.phrase('kiosk.frame.scrollUp')}
      down={texts.phrase('kiosk.frame.scrollDown')}
      below={[wishes, next].filter((each) => each !== undefined)}
      belowClassName="page__actions"
      hold={wayBack === undefined ? hold : 'never'}
    >
      <div
        className={`page${isTextHeavy ? ' page--text-heavy' : ''}`}
        {...personalAttribute(personal === 'all')}
      >
        <div className="page__head">
          {drawing === undefined ? null : (
            <span className="page__drawing">
              <Icon name={drawing} />
            </span>
          )}
          <div className="page__titles">
            <h1 className="page__title" ref={heading} tabIndex={-1} {...spokenAttribute(title)}>
              {title.text}
            </h1>
            {help === undefined ? null : (
              <p className="page__help" {...details}>
                <Say words={help} />
              </p>
            )}
            {note === undefined ? null : (
              <p className="page__note" {...(personal === 'note' ? UNMENTIONED : details)}>
                <Say words={note} />
              </p>
            )}
            {hasItalian ? (
              <div className="page__review">
                <p>
                  <Say words={texts.phrase('common.translationAwaitsReview')} />
                </p>
                {italian === '' ? null : (
                  <p lang="it" dir="ltr">
                    {italian}
                  </p>
                )}
              </div>
            ) : null}
          </div>
        </div>
        {children === undefined ? null : <div className="page__body">{children}</div>}
        {aside === undefined || aside === null ? null : <div className="page__aside">{aside}</div>}
      </div>
    </ReadingPane>
  );
}

/** A quiet panel of text with a drawing: something to know, nothing to touch. */
export function Fact({
  icon,
  beside,
  title,
  children,
  tone = 'plain',
}: {
  icon?: DrawingName;
  /** Something larger than an icon beside the words. */
  beside?: ReactNode;
  title?: Words;
  tone?: 'plain' | 'tint';
  children: ReactNode;
}): ReactNode {
  return (
    <section className={`fact fact--${tone}`}>
      {icon === undefined ? null : <Icon name={icon} />}
      {beside}
      <div className="fact__words">
        {title === undefined ? null : (
          <h2 className="fact__title">
            <Say words={title} />
          </h2>
        )}
        {children}
      </div>
    </section>
  );
}

/** Leads back to where the person was. */
export function BackTile({ words }: { words: Words }): ReactNode {
  const { act } = useKiosk();
  return (
    <Tile
      variant="soft"
      isCompact
      icon="back"
      sign={null}
      label={words}
      onPress={() => act({ type: 'back' })}
    />
  );
}
